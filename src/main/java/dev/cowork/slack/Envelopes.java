package dev.cowork.slack;

import com.slack.api.model.view.View;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// How posts are written down until they are sent.
@ApplicationScoped
class Envelopes {
    String create(String channel, String threadTs, Message content) {
        return channel + threadTs + content;
    }

    String finish(ThreadRef thread, Message content) {
        return thread.toString() + content;
    }

    String update(Message content) {
        return content.text();
    }

    String whisper(ThreadRef thread, MemberId member, Message content) {
        return thread.toString() + member + content;
    }

    String home(MemberId member, View view) {
        return member.value() + view;
    }
}
