package dev.cowork.proposal;

import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/// How long a decision may take in a workspace. Where it has working hours only those count, but for what is wanted
/// now.
@ApplicationScoped
class AnswerTimes {
    private final ProposalConfig config;
    private final Settings settings;

    AnswerTimes(ProposalConfig config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    Duration answerTo(WorkspaceId workspace, Ask ask) {
        var usual = config.answerTo(ask);
        return usual.equals(config.answerToday())
                ? settings.answerWithin(workspace).orElse(usual)
                : usual;
    }

    /// By when an answer is due that is asked for at that moment.
    Instant until(WorkspaceId workspace, Ask ask, Instant from) {
        var time = answerTo(workspace, ask);
        return isNow(ask)
                ? from.plus(time)
                : settings.workingHours(workspace)
                        .map(hours -> hours.after(from, time))
                        .orElseGet(() -> from.plus(time));
    }

    private static boolean isNow(Ask ask) {
        return ask instanceof Ask.Escalation it && it.urgency() == Ask.Urgency.NOW;
    }
}
