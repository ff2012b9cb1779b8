package dev.cowork.proposal.authority;

/// Why an administrator's wish changes nothing, in words for them.
final class Refusing {
    static final String NO_ADMIN = "Only administrators edit this, and you are not one here. Nothing has changed.";

    static final String LAST_ADMIN =
            "This is the only administrator. Make somebody else one first. Nothing has changed.";

    private Refusing() {}

    static String stale(MatrixVersion newest) {
        return "%s saved version %d meanwhile (%s). Nothing of yours was saved: close this and open it again to see what holds now."
                .formatted(
                        by(newest.saved().by()),
                        newest.version(),
                        newest.saved().change());
    }

    static String by(String member) {
        return member.equals(Matrices.SETTINGS) ? "The settings" : "<@" + member + ">";
    }
}
