package dev.cowork.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.workspace")
interface WorkspaceConfig {
    /// First supervisors, by Slack user id. Later ones are kept in PostgreSQL.
    Optional<List<String>> supervisors();

    /// Managers, by Slack user id: they decide what a supervisor may, and stand in where no supervisor is left.
    Optional<List<String>> managers();

    /// What an agent may grant alone, as `<amount> <currency>`. More means fewer approvals and more risk.
    @WithDefault("100 USD")
    String agentLimit();

    /// What one supervisor may grant; above it two people must approve.
    @WithDefault("1000 USD")
    String supervisorLimit();

    /// Where proposals wait for a decision: a channel's name or id.
    @WithDefault("support-approvals")
    String approvalsChannel();

    /// Where tips go: a channel's name or id.
    @WithDefault("claude-support-tips")
    String tipsChannel();

    /// Who is there for questions about Cowork: a Slack user id, or a channel's name.
    Optional<String> contact();

    /// How long what people said is kept after it is over, in days. Longer helps to look back, and is more to answer
    /// for.
    @WithDefault("90")
    int retentionDays();

    /// The slash command's name, with its slash.
    @WithDefault("/cowork")
    String command();
}
