package dev.cowork.workspace.wall;

import jakarta.enterprise.context.ApplicationScoped;

/// For transactions on connections that no pool tells whom they serve.
@ApplicationScoped
public class Wall {
    private final ConnectionWall connections;

    Wall(ConnectionWall connections) {
        this.connections = connections;
    }

    /// What such a transaction selects first where it serves every workspace. With its end it is forgotten, so that a
    /// pool in front of PostgreSQL may give the connection to somebody else.
    public String everyWorkspace() {
        return "set_config('role', '" + connections.role() + "', true), set_config('cowork.workspace', '*', true)";
    }
}
