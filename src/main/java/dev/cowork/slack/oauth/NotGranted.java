package dev.cowork.slack.oauth;

import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Installing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/// What the app asks for by now and a workspace that installed it earlier has not granted.
@ApplicationScoped
public class NotGranted {
    private final Installing installing;
    private final Scopes scopes = Scopes.ofTheApp();

    NotGranted(Installing installing) {
        this.installing = installing;
    }

    /// What for, each in a sentence; empty where nothing is missing, or the app was not installed over OAuth.
    public List<String> in(WorkspaceId workspace) {
        return installing
                .grantedBy(workspace)
                .map(granted -> Set.of(granted.split(",")))
                .map(granted -> scopes.all().stream()
                        .filter(scope -> !granted.contains(scope.name()))
                        .map(scope -> "`" + scope.name() + "`: " + scope.why())
                        .toList())
                .orElse(List.of());
    }
}
