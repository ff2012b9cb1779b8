package dev.cowork.slack;

import com.slack.api.bolt.response.Response;
import dev.cowork.delivery.Inbox;
import jakarta.enterprise.context.ApplicationScoped;

/// Where a gesture goes: to the listener that answers at once, into the inbox, or, taken from there, to be heard.
@ApplicationScoped
class Passing {
    private final Switchboard switchboard;
    private final Refusing refusing;
    private final Inbox inbox;
    private final Acknowledging acknowledging;

    Passing(Switchboard switchboard, Refusing refusing, Inbox inbox, Acknowledging acknowledging) {
        this.switchboard = switchboard;
        this.refusing = refusing;
        this.inbox = inbox;
        this.acknowledging = acknowledging;
    }

    Response pass(Inbound inbound) {
        var passage = Passage.CURRENT.get();
        return switch (passage.moment()) {
            case ON_ITS_LANE -> {
                if (!refusing.late(inbound)) {
                    switchboard.hear(inbound);
                }
                yield Response.ok();
            }
            case AT_ONCE -> atOnce(inbound, passage);
        };
    }

    private Response atOnce(Inbound inbound, Passage passage) {
        var reply =
                refusing.atOnce(inbound).<Reply>map(Reply.Whisper::new).orElseGet(() -> switchboard.atOnce(inbound));
        if (InTime.isTooLate()) {
            // The person has been told that it failed, and may be doing it again.
            return Response.error(503);
        }
        if (reply instanceof Reply.Later) {
            inbox.accept(passage.delivery());
        }
        return acknowledging.answer(inbound, reply);
    }
}
