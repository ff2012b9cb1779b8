package dev.cowork.workspace;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A named instant at which the process can be made to die, between what Slack told and the last word of the answer.
/// What is promised must hold whichever of them is the last one.
///
/// Armed from outside, once per process: `-Dcowork.crash-at=SLACK_ASKED/chat.postMessage:2` halts the second time a
/// message is about to be posted. Not armed, which is the rule, an instant costs nothing.
public enum CrashPoint {
    /// Stored, and not committed: for the one who sent it nothing has happened.
    INTAKE_STORED,
    /// Committed, and not acknowledged: it comes again.
    INTAKE_COMMITTED,
    LANE_PICKED,
    /// Everything a delivery brings is written, and not committed.
    READING_DONE,
    READING_COMMITTED,
    TURN_BEGUN,
    CLAUDE_ASKED,
    CLAUDE_SPEAKING,
    CLAUDE_ANSWERED,
    /// The answer is kept; the work that brought it does not count as done yet.
    ANSWER_KEPT,
    ERRAND_COMMITTED,
    /// A decision is written, and what tells of it; nothing of it is committed.
    DECISION_WRITTEN,
    LANE_LEFT,
    POST_STARTED,
    /// By the method's name: `SLACK_ASKED/chat.update`.
    SLACK_ASKED,
    SLACK_ANSWERED,
    POST_SETTLED;

    /// As `kill -9` ends a process: no hook runs, nothing is written any more.
    public static final int EXIT_CODE = 137;

    private static final @Nullable Armed ARMED = Armed.from(System.getProperty("cowork.crash-at"));

    /// This instant has come.
    public void pass() {
        if (ARMED != null) {
            ARMED.pass(name());
        }
    }

    /// This instant has come for one of several things.
    public void pass(String what) {
        if (ARMED != null) {
            ARMED.pass(name() + "/" + what);
        }
    }

    private record Armed(String instant, int time, AtomicInteger passed) {
        static @Nullable Armed from(@Nullable String wanted) {
            if (wanted == null || wanted.isBlank()) {
                return null;
            }
            var cut = wanted.lastIndexOf(':');
            return cut < 0
                    ? new Armed(wanted, 1, new AtomicInteger())
                    : new Armed(
                            wanted.substring(0, cut), Integer.parseInt(wanted.substring(cut + 1)), new AtomicInteger());
        }

        void pass(String come) {
            if (come.equals(instant) && passed.incrementAndGet() == time) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }
}
