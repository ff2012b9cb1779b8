package dev.cowork.proposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long a decision may take before the proposal expires. Shorter means that an agent learns sooner that nobody is
/// there, and that more must be renewed.
@ConfigMapping(prefix = "cowork.proposal")
interface ProposalConfig {
    @WithDefault("30m")
    Duration answerNow();

    /// Also for compensation: the holding reply promises the customer an answer in that time.
    @WithDefault("2h")
    Duration answerToday();

    @WithDefault("24h")
    Duration answerThisWeek();

    default Duration answerTo(Ask ask) {
        return switch (ask) {
            case Ask.Compensation _ -> answerToday();
            case Ask.Escalation it ->
                switch (it.urgency()) {
                    case NOW -> answerNow();
                    case TODAY -> answerToday();
                    case THIS_WEEK -> answerThisWeek();
                };
        };
    }
}
