package dev.cowork.workspace;

import jakarta.inject.Singleton;

/// The roles as the database keeps them, over settings of a test's own.
@Singleton
public class RoleTables {
    private final MemberRoles named;
    private final Standings standings;

    RoleTables(MemberRoles named, Standings standings) {
        this.named = named;
        this.standings = standings;
    }

    public Roles over(ChangingWorkspace settings) {
        return new Roles(settings, named, standings);
    }
}
