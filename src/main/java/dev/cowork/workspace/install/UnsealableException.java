package dev.cowork.workspace.install;

import dev.cowork.workspace.WorkspaceId;

/// A token was sealed with a key that is not here, or for another workspace.
class UnsealableException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnsealableException(WorkspaceId workspace, Throwable cause) {
        super(
                "the token of " + workspace + " cannot be opened: COWORK_ENCRYPTION_KEY does not have the key it was"
                        + " sealed with",
                cause);
    }
}
