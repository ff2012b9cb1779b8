package dev.cowork.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A line of `keeping/holdings.txt`: what stands in a table, and when it goes.
///
/// @param old when it is old; empty: never by age alone
/// @param ofSessions which rows belong to sessions; empty: none do
/// @param ofPerson which rows belong to a person; empty: none do
/// @param only which rows alone are touched; empty: all
record Holding(String table, String deed, String old, String ofSessions, String ofPerson, String only, String words) {
    private static final String FILE = "/keeping/holdings.txt";
    private static final String SESSIONS = "(select cast(x as uuid) from unnest(string_to_array(:sessions, ',')) x)";
    private static final String TEXTS = "(select x from unnest(string_to_array(:sessions, ',')) x)";

    static List<Holding> all() {
        try (InputStream file = Objects.requireNonNull(Holding.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Holding::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Holding read(String line) {
        var parts = Arrays.stream((line + " ").split("\\|")).map(String::strip).toList();
        if (parts.size() != 7) {
            throw new IllegalStateException(FILE + ": seven parts are wanted in “" + line + "”");
        }
        return new Holding(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3).replace(":sessions", SESSIONS).replace(":texts", TEXTS),
                parts.get(4),
                parts.get(5),
                parts.get(6));
    }

    boolean goes() {
        return deed.equals("delete") || deed.startsWith("set ");
    }

    /// Whether it can be handed out: what came in and went out of the door holds the same words once more.
    boolean isShown() {
        return !table.equals("inbox") && !table.equals("outbox");
    }

    /// The statement that lets at most so many go, of those for which `which` holds.
    String letGo(String which, int atMost) {
        var what = deed.equals("delete") ? "delete from " + table : "update " + table + " " + deed;
        return what + " where ctid = any (array(select ctid from " + table + " where " + those(which) + " limit "
                + atMost + "))";
    }

    String count(String which) {
        return "select count(*) from " + table + " where " + those(which);
    }

    private String those(String which) {
        return "workspace = :workspace and (" + which + ")" + (only.isEmpty() ? "" : " and (" + only + ")");
    }

    /// The rows as JSON, one each.
    String rows(String which) {
        return "select cast(to_jsonb(t) - 'search' as text) from " + table + " t where t.workspace = :workspace and ("
                + which.replace(table + ".", "t.") + ")";
    }
}
