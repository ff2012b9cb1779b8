package dev.cowork.workspace;

/// What somebody is in Slack. Only members of the workspace work here; whatever role the others were given, they have
/// none.
public enum Standing {
    MEMBER,
    GUEST,
    BOT,
    DEACTIVATED;

    public boolean mayWork() {
        return this == MEMBER;
    }

    /// Why they may not, said to them.
    public String refusal() {
        return switch (this) {
            case MEMBER -> "";
            case GUEST ->
                "You are a guest in this workspace, and guests neither start sessions nor decide anything here. Ask"
                        + " somebody of the team. Nothing has changed.";
            case BOT -> "Bots neither start sessions nor decide anything here. Nothing has changed.";
            case DEACTIVATED -> "This account is deactivated, so it may do nothing here. Nothing has changed.";
        };
    }
}
