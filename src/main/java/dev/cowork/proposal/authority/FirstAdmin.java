package dev.cowork.proposal.authority;

import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.install.WorkspaceInstalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Whoever installs the app is its first administrator, so that there is somebody who can say who else is.
@ApplicationScoped
class FirstAdmin {
    private final Roles roles;
    private final NamingRole naming;

    FirstAdmin(Roles roles, NamingRole naming) {
        this.roles = roles;
        this.naming = naming;
    }

    void on(@Observes WorkspaceInstalled installed) {
        if (!roles.hasAdmin(installed.workspace())) {
            var now = roles.positionOf(installed.workspace(), installed.by());
            naming.install(
                    installed.workspace(), new Position(installed.by(), now.role(), now.title(), true, now.isKeeper()));
        }
    }
}
