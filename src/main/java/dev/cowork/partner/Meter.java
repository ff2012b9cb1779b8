package dev.cowork.partner;

import dev.cowork.workspace.WorkspaceId;

/// Counts what Claude costs.
public interface Meter {
    /// Tokens, as counted by Claude.
    ///
    /// @param fresh read for the first time
    /// @param written read and kept in the cache
    /// @param cached read from the cache
    record Used(long fresh, long written, long cached, long output) {}

    /// Claude was asked, and answered, wholly or in part. Throws nothing.
    void count(WorkspaceId workspace, String session, String model, Used used);
}
