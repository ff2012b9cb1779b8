package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostDied;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/// Says so where something of a session cannot be shown: in its thread, or to its owner where the thread itself cannot
/// be written to. A notice that cannot be shown either says nothing further.
@ApplicationScoped
class Undelivered {
    /// What speaks of the place and not of the message.
    private static final Set<String> NO_PLACE = Set.of(
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "thread_not_found",
            "invalid_thread_ts",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked");
    /// Their message is gone, or was never there and has been told of.
    private static final Set<String> NOTHING_TO_CHANGE = Set.of("message_not_found", Posting.NEVER_MADE);
    /// A dead thread swallows many messages; its owner hears of them together.
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    private final Tracing tracing;
    private final ShowingCase showing;
    private final Posting posting;
    private final InstantSource clock;

    Undelivered(Tracing tracing, ShowingCase showing, Posting posting, InstantSource clock) {
        this.tracing = tracing;
        this.showing = showing;
        this.posting = posting;
        this.clock = clock;
    }

    void on(@Observes PostDied died) {
        if (!NOTHING_TO_CHANGE.contains(died.reason())) {
            tracing.trace(died.workspace(), died.message())
                    .filter(traced -> traced.session().thread().isPresent())
                    .ifPresent(traced -> tell(traced, died));
        }
    }

    private void tell(Tracing.Traced traced, PostDied died) {
        var session = traced.session();
        if (NO_PLACE.contains(died.reason())) {
            var when = clock.instant().getEpochSecond() / TOGETHER.toSeconds();
            var notice = Key.of("undelivered", session.id(), died.reason(), when);
            var card = UndeliveredCard.toOwner(session, showing.openingName(session), notice, died.reason());
            posting.say(session.workspace(), session.owner().value(), notice, card);
        } else {
            var notice = Key.of(
                    "undelivered",
                    session.id(),
                    fingerprint(died.key()),
                    clock.instant().toEpochMilli());
            var card = UndeliveredCard.inThread(traced, notice, died);
            posting.reply(session.workspace(), session.thread().orElseThrow(), notice, card);
        }
    }

    /// Short, however long the key is.
    private static UUID fingerprint(Key key) {
        return UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
    }
}
