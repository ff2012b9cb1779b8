package dev.cowork.workspace;

/// What a person is here.
///
/// @param title a named role, such as `Finance`, for which the authority matrix may have rules of its own; empty where
///     the person has none
/// @param isKeeper whether they keep the company's knowledge
public record Position(MemberId member, Role role, String title, boolean isAdmin, boolean isKeeper) {
    /// `supervisor`, `Finance (supervisor)`.
    public String shown() {
        return title.isEmpty() ? role.inside() : title + " (" + role.inside() + ")";
    }

    /// Whether the person is more than everybody is.
    boolean isSaid() {
        return role.decides() || isAdmin || isKeeper || !title.isEmpty();
    }
}
