package dev.cowork.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// Who is what in a workspace. Read at the moment of a deed, never cached in a message or a button.
@ApplicationScoped
public class Roles {
    private final WorkspaceConfig config;

    Roles(WorkspaceConfig config) {
        this.config = config;
    }

    /// The person's role as of now; an agent where nothing else is known.
    public Role of(WorkspaceId workspace, MemberId member) {
        if (config.managers().orElse(List.of()).contains(member.value())) {
            return Role.MANAGER;
        }
        return config.supervisors().orElse(List.of()).contains(member.value()) ? Role.SUPERVISOR : Role.AGENT;
    }

    /// Everybody who may decide proposals. Empty means that nobody was named yet.
    public List<MemberId> deciders(WorkspaceId workspace) {
        return Stream.of(config.supervisors(), config.managers())
                .flatMap(ids -> ids.orElse(List.of()).stream())
                .distinct()
                .map(MemberId::new)
                .toList();
    }
}
