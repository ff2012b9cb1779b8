package dev.cowork.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Sender;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Says that something a person did was given up, with the reference by which it can be tried again: in the thread
/// where it is one of ours, otherwise to the person alone.
@ApplicationScoped
class Apology {
    private final Posting posting;
    private final Outbox outbox;

    Apology(Posting posting, Outbox outbox) {
        this.posting = posting;
        this.outbox = outbox;
    }

    void say(Parcel parcel, Delivery delivery) {
        var notice = Key.of("given-up", delivery.reference());
        var member = parcel.find("/event/user", "/user/id", "/user_id");
        var channel = parcel.find("/event/channel", "/channel/id", "/container/channel_id");
        var root = parcel.find(
                "/event/thread_ts", "/event/ts", "/message/thread_ts", "/container/thread_ts", "/message/ts");
        var words = words(delivery.reference());
        if (channel.isPresent() && root.isPresent() && isForUs(parcel, channel.get(), root.get())) {
            posting.reply(parcel.workspace(), new ThreadRef(channel.get(), root.get()), notice, words);
        } else if (channel.isPresent() && member.isPresent() && parcel.sort() == Parcel.Sort.EVENT) {
            var thread =
                    new ThreadRef(channel.get(), parcel.find("/event/thread_ts").orElse(""));
            posting.whisper(parcel.workspace(), thread, new MemberId(member.get()), notice, words);
        } else {
            member.ifPresent(person -> posting.say(parcel.workspace(), person, notice, words));
        }
    }

    /// A thread we began, a press on something of ours, a mention, or our own direct messages.
    private boolean isForUs(Parcel parcel, String channel, String root) {
        return parcel.sort() == Parcel.Sort.INTERACTION
                || channel.startsWith("D")
                || parcel.event().path("type").asText().equals("app_mention")
                || outbox.knows(parcel.workspace(), new Sender.Place(channel, root));
    }

    private static Message words(String reference) {
        var words = "I could not work off what came in here just now, and trying again did not help. It is kept: give"
                + " the reference `" + reference + "` to whoever runs me. What you do next goes on as usual.";
        return Message.of(words, List.of(section(block -> block.text(markdownText(words)))));
    }
}
