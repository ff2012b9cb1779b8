package dev.cowork.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What the workspace has set: limits, channels, the command's name.
@ApplicationScoped
public class Settings {
    private final WorkspaceConfig config;

    Settings(WorkspaceConfig config) {
        this.config = config;
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
        return config.approvalsChannel();
    }

    /// Name or id of the channel where tips go.
    public String tipsChannel(WorkspaceId workspace) {
        return config.tipsChannel();
    }

    /// Who is there for questions, as Slack shows it: a mention, or a channel; empty where nobody was named.
    public Optional<String> contact(WorkspaceId workspace) {
        return config.contact()
                .filter(contact -> !contact.isBlank())
                .map(String::strip)
                .map(contact -> contact.matches("[UW][A-Z0-9]{5,}")
                        ? "<@" + contact + ">"
                        : contact.matches("[CG][A-Z0-9]{7,}")
                                ? "<#" + contact + ">"
                                : "#" + contact.replaceFirst("^#", ""));
    }

    /// The slash command as people type it, with its slash.
    public String command() {
        return config.command();
    }

    private static Money limit(String variable, String value) {
        return Money.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(variable + " is \"" + value
                        + "\": an amount and an ISO currency are accepted, for example 100 USD"));
    }
}
