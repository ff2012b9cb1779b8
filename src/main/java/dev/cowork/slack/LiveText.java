package dev.cowork.slack;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Sender;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/// Text that is seen while it is written: best effort, past the outbox. What [Posting#finish] puts overwrites it.
@ApplicationScoped
public class LiveText {
    /// One message of Markdown takes 12,000 characters.
    private static final int MOST_SHOWN = 11_000;

    private final SlackCalls calls;
    private final Outbox outbox;
    private final LiveMaking making;
    private final LiveMessages messages;
    private final Abilities abilities;
    private final SlackConfig config;
    private final SlackPace pace;
    private final StatusLine statusLine;
    private final OpenStreams streams;

    LiveText(
            SlackCalls calls,
            Outbox outbox,
            Envelopes envelopes,
            LiveMessages messages,
            Abilities abilities,
            SlackPace pace,
            SlackConfig config,
            OpenStreams streams) {
        this.streams = streams;
        this.calls = calls;
        this.outbox = outbox;
        this.making = new LiveMaking(calls, outbox, envelopes, abilities, pace, config.callTimeout());
        this.messages = messages;
        this.abilities = abilities;
        this.config = config;
        this.pace = pace;
        this.statusLine = new StatusLine(calls, abilities, pace);
    }

    /// Begins, or after a crash takes up again, the live message named `message` in the thread, and shows that work is
    /// under way. Never throws because of Slack: where nothing can be shown live, the final text still arrives.
    ///
    /// @param reader for whom it is written: the agent who asked
    @Transactional(Transactional.TxType.NEVER)
    public Live begin(WorkspaceId workspace, ThreadRef thread, MemberId reader, Key message) {
        var place = outbox.place(workspace, message);
        var line = new LiveLine(new LiveTarget(workspace, thread, reader, message), place);
        line.start();
        return line;
    }

    /// As [#begin], for work that several do at once: a plan of tasks instead of words.
    @Transactional(Transactional.TxType.NEVER)
    public Plan plan(WorkspaceId workspace, ThreadRef thread, MemberId reader, Key message, String title) {
        status(workspace, thread, StatusLine.UNDER_WAY);
        var target = new LiveTarget(workspace, thread, reader, message);
        var place = outbox.place(workspace, message);
        var plan = new LivePlan(target, title, place, outbox, making, messages, abilities, pace);
        plan.start(streams);
        return plan;
    }

    /// The open end of a plan.
    public interface Plan {
        /// Shows the task as it is now. Returns without waiting for Slack.
        void show(Task task);

        /// Stops showing. The rest is left to [Posting#finish].
        void end();
    }

    /// @param id tells it apart from the others of its plan
    /// @param output what came of it, in one line; empty while it is at work
    public record Task(String id, String title, State state, String output) {
        public enum State {
            AT_WORK,
            DONE,
            FAILED
        }
    }

    /// Shows in Slack's status line, where there is one, what the thread is doing: `processing`, `active`, `suspended`
    /// (waits for a person) or `closed`.
    ///
    /// @return empty where it is shown, or cannot be at all; otherwise how long to wait before it may be, because
    ///     Slack counts these too. That work is under way is not worth waiting for, and leaves room for what comes
    ///     of it
    @Transactional(Transactional.TxType.NEVER)
    public Optional<Duration> status(WorkspaceId workspace, ThreadRef thread, String status) {
        return statusLine.show(workspace, thread, status);
    }

    /// The open end of a live message. Used by one thread.
    public interface Live {
        /// Adds text. Shown in gulps, as often as Slack allows; returns without waiting for Slack.
        void append(String text);

        /// Stops showing. What was appended and not shown yet is left to [Posting#finish].
        void end();
    }

    /// One message being written: the caller appends, a thread of its own shows.
    private final class LiveLine implements Live {
        private final LiveTarget target;
        private final StringBuilder written = new StringBuilder();
        private final Thread shower;
        private Optional<Sender.Place> place;
        private boolean isStream;
        private boolean inDoubt;
        /// Whether the message was begun and nobody knows yet what became of it.
        private boolean inQuestion;
        private boolean isOver;
        private int shown;
        /// Up to where showing was tried; what Slack did not let through goes with the next gulp.
        private int tried;
        private boolean ended;

        LiveLine(LiveTarget target, Optional<Sender.Place> place) {
            this.target = target;
            this.place = place;
            this.shower = Thread.ofVirtual()
                    .name("live-" + target.message())
                    .unstarted(() -> Within.workspace(target.workspace(), () -> streams.counted(this::showAll)));
        }

        void start() {
            shower.start();
        }

        @Override
        public synchronized void append(String text) {
            written.append(text);
            notifyAll();
        }

        @Override
        public void end() {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
            try {
                shower.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void showAll() {
            status(target.workspace(), target.thread(), StatusLine.UNDER_WAY);
            if (place.isEmpty() && !abilities.has(Abilities.STREAMING) && !making.isNoTimeToBegin(target)) {
                placeholder();
            }
            var text = next();
            while (!text.isEmpty()) {
                show(SlackText.head(text, MOST_SHOWN));
                // What is longer than one message is left to the final text, which may take several.
                text = text.length() < MOST_SHOWN ? next() : "";
            }
        }

        /// Waits until a gulp is full or old enough; empty at the end.
        private synchronized String next() {
            try {
                while (!ended && written.length() == tried) {
                    wait();
                }
                var full = isStream || place.isEmpty() ? config.liveInterval() : config.liveUpdateInterval();
                var patience = tried == 0 ? 0 : full.toMillis();
                var until = System.nanoTime() + patience * 1_000_000;
                while (!ended && !isGulp() && System.nanoTime() < until) {
                    wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
            tried = written.length();
            return ended ? "" : written.toString();
        }

        private boolean isGulp() {
            return isStream && written.length() - tried >= config.liveCharacters();
        }

        private void show(String text) {
            // Somebody took over from us, and has said the last word: we were halted, and given up for dead.
            if (isOver || outbox.isPut(target.workspace(), Posting.lastWordsOf(target.message()))) {
                isOver = true;
                return;
            }
            if (place.isEmpty()) {
                place = outbox.place(target.workspace(), target.message());
                inQuestion = inQuestion && place.isEmpty();
            }
            if (inQuestion || place.isEmpty() && making.isNoTimeToBegin(target)) {
                return;
            }
            var method = place.isEmpty() ? "chat.startStream" : isStream ? "chat.appendStream" : "chat.update";
            var thread = target.thread();
            // What the limits do not let through now is shown with the next gulp, or with the final text.
            if (!pace.forProgress(target.workspace(), method, thread.channel())) {
                return;
            }
            switch (method) {
                case "chat.startStream" -> begin(text);
                case "chat.appendStream" -> add(text);
                default -> rewrite(text);
            }
        }

        private void begin(String text) {
            if (abilities.has(Abilities.STREAMING)) {
                made(making.stream(target, text), true);
                if (place.isPresent()) {
                    shown(text);
                    return;
                }
            }
            if (!inQuestion && !abilities.has(Abilities.STREAMING)) {
                placeholder();
            }
        }

        private void placeholder() {
            made(making.placeholder(target), false);
        }

        private void made(LiveMaking.Made made, boolean asStream) {
            inQuestion = made instanceof LiveMaking.Made.InQuestion;
            if (made instanceof LiveMaking.Made.There(Sender.Place at)) {
                place = Optional.of(at);
                isStream = asStream;
            }
        }

        private void add(String text) {
            var outcome = making.append(target, place.orElseThrow(), "markdown_text", text.substring(shown));
            if (outcome instanceof SlackCalls.Outcome.Limited) {
                return;
            }
            // What is in doubt is not repeated: the final text will be written over all of it.
            inDoubt |= !(outcome instanceof SlackCalls.Outcome.Ok);
            shown(text);
        }

        private void rewrite(String text) {
            making.rewrite(target, place.orElseThrow(), text);
            shown(text);
        }

        private synchronized void shown(String text) {
            shown = text.length();
            messages.show(target.workspace(), target.message(), new LiveMessages.Shown(text, isStream, inDoubt));
        }
    }
}
