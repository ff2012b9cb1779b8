package dev.cowork.workspace;

import jakarta.inject.Singleton;

/// The roles as the database keeps them, over settings of a test's own.
@Singleton
public class RoleTables {
    private final MemberRoles named;

    RoleTables(MemberRoles named) {
        this.named = named;
    }

    public Roles over(ChangingWorkspace settings) {
        return new Roles(settings, named);
    }
}
