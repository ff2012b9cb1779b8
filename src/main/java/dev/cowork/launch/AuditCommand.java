package dev.cowork.launch;

import dev.cowork.audit.Anchor;
import dev.cowork.audit.AuditExport;
import dev.cowork.audit.AuditProof;
import dev.cowork.audit.Finding;
import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is asked of the audit on the command line, with or without the bot running.
///
/// `verify-audit [SEQ:HASH]…` ends with 0 where every chain is intact, 1 where one is broken, 2 where it cannot be
/// read. `export-audit csv|jsonl FILE [FROM [TO]]` writes what was entered on those days, in UTC, both included.
final class AuditCommand {
    static final int FINE = 0;
    static final int BROKEN = 1;
    static final int REFUSED = 2;

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String USAGE =
            "accepted are: verify-audit [SEQ:HASH]…, and export-audit csv|jsonl FILE [FROM [TO]] with days as 2026-11-25";

    private final Settings settings;
    private final PrintStream out;
    private final PrintStream err;

    AuditCommand(Settings settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.out = out;
        this.err = err;
    }

    static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && List.of("verify-audit", "export-audit").contains(arguments[0]);
    }

    int run(String... arguments) {
        var rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return arguments[0].equals("verify-audit") ? verify(anchors(rest)) : export(rest);
        } catch (RefusedStartException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The file cannot be written: " + e.getMessage());
        } catch (SQLException e) {
            err.println(
                    NO_SUCH_TABLE.equals(e.getSQLState())
                            ? "This database has no audit: the bot has not been started with it, or not since its last version"
                            : "PostgreSQL cannot be read: " + e.getMessage());
        }
        return REFUSED;
    }

    private int verify(List<Anchor> told) throws SQLException {
        try (var database = AuditDatabase.reach(settings)) {
            var proof = new AuditProof(database.connection());
            var workspaces = proof.workspaces();
            if (workspaces.size() != 1 && !told.isEmpty()) {
                throw new RefusedStartException("verify-audit: an anchor is compared with one workspace, and there are "
                        + workspaces.size() + " here");
            }
            if (workspaces.isEmpty()) {
                out.println("No workspace has an entry yet.");
            }
            var code = FINE;
            for (var workspace : workspaces) {
                code = Math.max(code, tell(workspace, proof.of(workspace, told)));
            }
            return code;
        }
    }

    private int tell(WorkspaceId workspace, Finding finding) {
        return switch (finding) {
            case Finding.Intact(long entries, String head, long anchors) -> {
                out.printf(
                        Locale.ROOT,
                        "%s: intact, %d entries, %d anchors agree, the last entry is %d:%s%n",
                        workspace,
                        entries,
                        anchors,
                        entries,
                        head);
                yield FINE;
            }
            case Finding.Broken(long seq, String why) -> {
                out.printf(Locale.ROOT, "%s: BROKEN at entry %d: %s%n", workspace, seq, why);
                yield BROKEN;
            }
        };
    }

    private int export(List<String> words) throws SQLException, IOException {
        if (words.size() < 2 || words.size() > 4) {
            throw new RefusedStartException("export-audit: " + USAGE);
        }
        var form = Arrays.stream(AuditExport.Form.values())
                .filter(it -> it.name().equalsIgnoreCase(words.get(0)))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedStartException("export-audit: " + words.get(0) + " is no form; " + USAGE));
        var from = day(words, 2).orElse(LocalDate.EPOCH);
        var to = day(words, 3).orElse(LocalDate.of(9999, 1, 1));
        try (var database = AuditDatabase.reach(settings)) {
            var file = Path.of(words.get(1));
            var written = write(database.connection(), form, from, to, file);
            out.printf(Locale.ROOT, "%d entries in %s%n", written, file);
            return FINE;
        }
    }

    private static long write(Connection connection, AuditExport.Form form, LocalDate from, LocalDate to, Path file)
            throws SQLException, IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            return new AuditExport(connection).write(form, from, to, writer);
        }
    }

    private static Optional<LocalDate> day(List<String> words, int at) {
        try {
            return words.size() > at ? Optional.of(LocalDate.parse(words.get(at))) : Optional.empty();
        } catch (DateTimeParseException e) {
            throw new RefusedStartException("export-audit: " + words.get(at) + " is no day; " + USAGE, e);
        }
    }

    private static List<Anchor> anchors(List<String> words) {
        var anchors = new ArrayList<Anchor>();
        for (var word : words) {
            anchors.add(Anchor.typed(word)
                    .orElseThrow(() -> new RefusedStartException("verify-audit: " + word
                            + " is no anchor; copy one from the approvals channel, such as 118:3fa9…")));
        }
        return anchors;
    }
}
