package dev.cowork.slack;

import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Post;
import dev.cowork.delivery.Sender;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/// Makes live messages, written down before and after the call, so that a crash in between leaves none behind: the
/// outbox then finds out whether there is one, and what comes next goes on with it.
final class LiveMaking {
    private static final String WAITING = "Working on it…";
    /// What a call may take beyond its own limit before its caller counts as dead.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final SlackCalls calls;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Abilities abilities;
    private final SlackPace pace;
    private final Duration longest;

    LiveMaking(
            SlackCalls calls,
            Outbox outbox,
            Envelopes envelopes,
            Abilities abilities,
            SlackPace pace,
            Duration callTimeout) {
        this.calls = calls;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.abilities = abilities;
        this.pace = pace;
        this.longest = callTimeout.plus(MARGIN);
    }

    sealed interface Made {
        record There(Sender.Place place) implements Made {}

        /// It may be begun again.
        record NotThere() implements Made {}

        /// It was begun, now or before, and nobody knows yet what became of it. It must not be begun a second time.
        record InQuestion() implements Made {}
    }

    Made stream(LiveTarget target, String text) {
        return make(
                "chat.startStream",
                target,
                _ -> Map.of(
                        "markdown_text", text,
                        "recipient_user_id", target.reader().value(),
                        "recipient_team_id", target.workspace().value()));
    }

    /// A stream of tasks.
    Made plan(LiveTarget target, String chunks) {
        return make(
                "chat.startStream",
                target,
                _ -> Map.of(
                        "chunks",
                        chunks,
                        "task_display_mode",
                        "plan",
                        "recipient_user_id",
                        target.reader().value(),
                        "recipient_team_id",
                        target.workspace().value()));
    }

    Made placeholder(LiveTarget target) {
        return make("chat.postMessage", target, row -> Map.of("text", WAITING, "metadata", Envelopes.mark(row)));
    }

    /// A message begun live must not overtake what has waited in the thread since before.
    boolean isNoTimeToBegin(LiveTarget target) {
        return outbox.isSuspended(target.workspace()) || outbox.isAnyWaiting(target.lane());
    }

    /// Writes the text over what stands there.
    SlackCalls.Outcome rewrite(LiveTarget target, Sender.Place place, String text) {
        var fields = new HashMap<>(fields(place));
        fields.put("text", SlackText.escaped(text, 3_900));
        var outcome = calls.call(target.workspace(), "chat.update", fields);
        if (outcome instanceof SlackCalls.Outcome.No(String error) && error.equals("streaming_state_conflict")) {
            // Streamed by a process that has died since: from now on it is rewritten.
            calls.call(target.workspace(), "chat.stopStream", fields(place));
            outcome = calls.call(target.workspace(), "chat.update", fields);
        }
        obey(target, "chat.update", outcome);
        return outcome;
    }

    /// Adds to a stream. An append is never repeated, unless Slack would not have it now.
    SlackCalls.Outcome append(LiveTarget target, Sender.Place place, String name, String value) {
        var fields = new HashMap<>(fields(place));
        fields.put(name, value);
        var outcome = calls.call(target.workspace(), "chat.appendStream", fields);
        obey(target, "chat.appendStream", outcome);
        return outcome;
    }

    private void obey(LiveTarget target, String method, SlackCalls.Outcome outcome) {
        if (outcome instanceof SlackCalls.Outcome.Limited(Duration pause)) {
            pace.obey(target.workspace(), method, target.thread().channel(), pause);
        }
    }

    private static Map<String, String> fields(Sender.Place place) {
        return Map.of("channel", place.channel(), "ts", place.ts());
    }

    private Made make(String method, LiveTarget target, LongFunction<Map<String, String>> content) {
        var body = envelopes.live(target.thread(), target.reader(), WAITING);
        var post = new Post(target.workspace(), target.message(), target.message(), target.lane(), body);
        var begun = outbox.beginLive(post, longest);
        if (begun.isEmpty()) {
            return new Made.InQuestion();
        }
        var fields = new HashMap<>(target.threadFields());
        fields.putAll(content.apply(begun.get()));
        var outcome = calls.call(target.workspace(), method, fields);
        if (method.equals("chat.startStream")) {
            abilities.learn(Abilities.STREAMING, outcome);
        }
        return settled(method, target, begun.get(), outcome);
    }

    private Made settled(String method, LiveTarget target, long row, SlackCalls.Outcome outcome) {
        obey(target, method, outcome);
        if (outcome instanceof SlackCalls.Outcome.No no && no.isLockedOut()) {
            outbox.suspend(target.workspace(), no.error());
        }
        return switch (outcome) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.ts != null -> {
                var place = new Sender.Place(target.thread().channel(), answer.ts);
                outbox.liveMade(row, target.lane(), place);
                yield new Made.There(place);
            }
            case SlackCalls.Outcome.Ok _, SlackCalls.Outcome.Unclear _ -> {
                outbox.liveUnknown(row);
                yield new Made.InQuestion();
            }
            case SlackCalls.Outcome.Limited _, SlackCalls.Outcome.No _, SlackCalls.Outcome.NotReached _ -> {
                outbox.liveNotMade(row, target.lane());
                yield new Made.NotThere();
            }
        };
    }
}
