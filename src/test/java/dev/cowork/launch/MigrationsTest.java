package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// While a new version starts, the old one still works on the same tables: a migration may add, and take nothing away
/// that the old one reads or writes.
class MigrationsTest {
    private static final Path ALL = Path.of("src", "main", "resources", "db", "migration");

    private static final List<Pattern> HARMFUL = List.of(
            pattern("drop (table|view|type|schema|column)"),
            pattern("alter table .* drop (?!constraint|not null)"),
            pattern("\\brename\\b"),
            pattern("alter column .* type"),
            pattern("alter column .* set not null"),
            pattern("^truncate"),
            pattern("^delete from"),
            // The old version does not fill it in.
            pattern("alter table .* add (column )?(?!constraint)\\S+ .*not null(?!.*(default|generated))"),
            // The old version may write what it forbids.
            pattern("alter table .* add constraint .*(check|unique|exclude|foreign key|primary key)"),
            pattern("create unique index"));

    /// What is harmful by its words and not in truth: the beginning of the statement, by file, with its reason beside
    /// it.
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "V011__authority_matrix.sql",
            // On a column that is new and may be empty: the old version never writes it.
            List.of("alter table proposal_decision add constraint proposal_decision_rule_is_there"),
            "V192__practice_consent_anew.sql",
            // Who agreed to a number being shown did not agree to more: the old version shows less until they are
            // asked.
            List.of("delete from practice_consent"));

    /// PostgreSQL refuses such a statement once after a column came to the table, to whoever has it prepared: the old
    /// version, beside the new one.
    @Test
    void noStatementTakesWhateverColumnsATableHas() throws IOException {
        var all = Pattern.compile("select \\w+\\.\\* from \\w|returning \\*");
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                assertFalse(all.matcher(Files.readString(file)).find(), file + " takes all columns");
            }
        }
    }

    @Test
    void eachMigrationOnlyAdds() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(ALL)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                harmfulIn(Files.readString(file)).stream()
                        .filter(statement ->
                                ALLOWED.getOrDefault(name, List.of()).stream().noneMatch(statement::startsWith))
                        .forEach(statement -> found.add(name + ": " + statement));
            }
        }
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table turn drop column words;",
                "alter table turn drop words;",
                "drop table turn;",
                "alter table turn rename column words to text;",
                "alter table turn alter column words type varchar(10);",
                "alter table turn alter column words set not null;",
                "alter table turn add column mood text not null;",
                "-- tidy\ndelete from turn;",
                "alter table turn add constraint short check (length(words) < 10);"
            })
    void whatTakesAwayIsNoticed(String migration) {
        assertEquals(1, harmfulIn(migration).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table turn add column mood text;",
                "alter table turn add column mood text not null default 'calm';",
                "alter table turn alter column words drop not null;",
                "create table mood (turn uuid not null);",
                "create index mood_turn on mood (turn);"
            })
    void whatAddsIsFine(String migration) {
        assertEquals(List.of(), harmfulIn(migration));
    }

    /// Bodies of functions are left out: what they do is done when they are called.
    private static List<String> harmfulIn(String migration) {
        var plain = migration
                .replaceAll("--[^\n]*", "")
                .replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''")
                .toLowerCase(Locale.ROOT);
        var ownTables = Pattern.compile("create table (\\w+)")
                .matcher(plain)
                .results()
                .map(made -> made.group(1))
                .toList();
        var ownColumns = Pattern.compile("add column (\\w+)")
                .matcher(plain)
                .results()
                .map(made -> made.group(1))
                .toList();
        return Pattern.compile(";")
                .splitAsStream(plain)
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                // What was not there before cannot be missed.
                .filter(statement -> ownTables.stream()
                        .noneMatch(table -> statement.matches("(alter table|create .* on) " + table + "\\b.*")))
                // A check on a column the old version does not write binds its default alone.
                .filter(statement -> !statement.contains(" check ")
                        || ownColumns.stream()
                                .noneMatch(column -> statement.matches(".* check .*\\b" + column + "\\b.*")))
                .filter(statement -> HARMFUL.stream()
                        .anyMatch(harm -> harm.matcher(statement).find()))
                .toList();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words);
    }
}
