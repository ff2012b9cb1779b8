package dev.cowork.story;

import org.junit.jupiter.api.Assumptions;

/// What some tests cannot do without. Where it is missing they are skipped; where all of them must run, that is a
/// failure.
public final class Needed {
    private Needed() {}

    /// The built program.
    public static void program() {
        if (!Program.isBuilt()) {
            isMissing(Program.JAR + " is not built: `make test` builds it first");
        }
    }

    public static void isMissing(String why) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(why);
        }
        Assumptions.abort(why);
    }
}
