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

    /// After how many hundredths of its time the deciders are reminded of a proposal. Less means earlier, and oftener
    /// of what would have been decided anyhow.
    @WithDefault("50")
    int remindAfter();

    /// With more than this many open proposals a person is told of them in one direct message, and no more by name for
    /// each.
    @WithDefault("5")
    int digestAbove();

    /// How long there is no other such message.
    @WithDefault("1h")
    Duration digestQuiet();

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
