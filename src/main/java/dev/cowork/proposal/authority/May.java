package dev.cowork.proposal.authority;

/// What a line of the matrix lets somebody do.
public enum May {
    /// Decide what they ask for themselves.
    GRANT_ALONE,
    /// Decide what others ask for.
    APPROVE
}
