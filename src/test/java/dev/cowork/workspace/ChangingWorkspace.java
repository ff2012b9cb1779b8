package dev.cowork.workspace;

import dev.cowork.workspace.setting.NothingSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A workspace whose roles and limits change as a test goes on.
public final class ChangingWorkspace implements WorkspaceConfig {
    private final Map<MemberId, Role> named = new ConcurrentHashMap<>();
    private Money agentLimit = Money.parse("100 USD").orElseThrow();
    private Money supervisorLimit = Money.parse("1000 USD").orElseThrow();

    public Settings settings() {
        return new Settings(this, NothingSet.known());
    }

    public void name(MemberId member, Role role) {
        named.put(member, role);
    }

    public void limit(Money agent, Money supervisor) {
        agentLimit = agent;
        supervisorLimit = supervisor;
    }

    private Optional<List<String>> all(Role role) {
        return Optional.of(named.entrySet().stream()
                .filter(one -> one.getValue() == role)
                .map(one -> one.getKey().value())
                .sorted()
                .toList());
    }

    @Override
    public Optional<List<String>> supervisors() {
        return all(Role.SUPERVISOR);
    }

    @Override
    public Optional<List<String>> managers() {
        return all(Role.MANAGER);
    }

    @Override
    public String agentLimit() {
        return agentLimit.toString();
    }

    @Override
    public String supervisorLimit() {
        return supervisorLimit.toString();
    }

    @Override
    public String approvalsChannel() {
        return "CNOWHERE1";
    }

    @Override
    public String tipsChannel() {
        return "CNOWHERE1";
    }

    @Override
    public int retentionDays() {
        return 90;
    }

    @Override
    public String command() {
        return "/cowork";
    }

    @Override
    public Optional<String> contact() {
        return Optional.empty();
    }
}
