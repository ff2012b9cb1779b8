package dev.cowork.workspace;

import dev.cowork.workspace.setting.KnownSettings;
import dev.cowork.workspace.setting.Setting;
import dev.cowork.workspace.setting.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/// What the workspace has set: limits, channels, the command's name.
@ApplicationScoped
public class Settings {
    private final WorkspaceConfig config;
    private final KnownSettings known;

    Settings(WorkspaceConfig config, KnownSettings known) {
        this.config = config;
        this.known = known;
    }

    /// What an agent may grant alone.
    public Money agentLimit(WorkspaceId workspace) {
        return limit("COWORK_AGENT_LIMIT", config.agentLimit());
    }

    /// What one supervisor may grant. Above it two people must approve.
    public Money supervisorLimit(WorkspaceId workspace) {
        return limit("COWORK_SUPERVISOR_LIMIT", config.supervisorLimit());
    }

    /// Name or id of the channel where proposals wait.
    public String approvalsChannel(WorkspaceId workspace) {
        return known.of(workspace, Setting.APPROVALS_CHANNEL).orElseGet(config::approvalsChannel);
    }

    /// Name or id of the channel where tips go.
    public String tipsChannel(WorkspaceId workspace) {
        return known.of(workspace, Setting.TIPS_CHANNEL).orElseGet(config::tipsChannel);
    }

    /// Who is there for questions, as Slack shows it: a mention, or a channel; empty where nobody was named.
    public Optional<String> contact(WorkspaceId workspace) {
        return known.of(workspace, Setting.CONTACT)
                .or(config::contact)
                .filter(contact -> !contact.isBlank())
                .map(String::strip)
                .map(contact -> contact.matches("[UW][A-Z0-9]{5,}")
                        ? "<@" + contact + ">"
                        : contact.matches("[CG][A-Z0-9]{7,}")
                                ? "<#" + contact + ">"
                                : "#" + contact.replaceFirst("^#", ""));
    }

    /// How long what people said is kept after it is over.
    public Duration kept(WorkspaceId workspace) {
        return Duration.ofDays(
                known.of(workspace, Setting.RETENTION).map(Integer::parseInt).orElseGet(config::retentionDays));
    }

    /// What amounts are in that name no currency.
    public Currency currency(WorkspaceId workspace) {
        return known.of(workspace, Setting.CURRENCY)
                .map(Currency::getInstance)
                .orElseGet(() -> agentLimit(workspace).currency());
    }

    /// What the workspace may spend on Claude in a day, where it says so itself.
    public Optional<Money> dailyLimit(WorkspaceId workspace) {
        return known.of(workspace, Setting.DAILY_LIMIT).flatMap(Money::parse);
    }

    /// How long a decision may take that is wanted today, where the workspace says so.
    public Optional<Duration> answerWithin(WorkspaceId workspace) {
        return known.of(workspace, Setting.ANSWER_WITHIN).map(hours -> Duration.ofHours(Integer.parseInt(hours)));
    }

    /// When people are at work; empty: always.
    public Optional<WorkingHours> workingHours(WorkspaceId workspace) {
        return known.of(workspace, Setting.WORKING_HOURS).flatMap(WorkingHours::read);
    }

    /// The slash command as people type it, with its slash.
    public String command(WorkspaceId workspace) {
        return known.of(workspace, Setting.COMMAND).orElseGet(config::command);
    }

    /// What the bot is called over its messages; empty: as the app is.
    public Optional<String> botName(WorkspaceId workspace) {
        return known.of(workspace, Setting.BOT_NAME);
    }

    /// The emoji beside that name; empty: the app's picture.
    public Optional<String> botPicture(WorkspaceId workspace) {
        return known.of(workspace, Setting.BOT_PICTURE);
    }

    private static Money limit(String variable, String value) {
        return Money.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(variable + " is \"" + value
                        + "\": an amount and an ISO currency are accepted, for example 100 USD"));
    }
}
