package dev.cowork.workspace;

import jakarta.inject.Singleton;

/// The roles as the database keeps them, over settings of a test's own.
@Singleton
public class RoleTables {
    private final MemberRoles named;
    private final GroupRoles groups;
    private final Standings standings;

    RoleTables(MemberRoles named, GroupRoles groups, Standings standings) {
        this.groups = groups;
        this.named = named;
        this.standings = standings;
    }

    public Roles over(ChangingWorkspace settings) {
        return new Roles(settings, named, groups, standings);
    }
}
