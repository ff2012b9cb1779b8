package dev.cowork.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of what is kept is whole, and each of its statements is one.
class KeptTablesTest {
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = TestDatabase.migrated().getConnection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyTableOfAWorkspaceIsThoughtOf() throws SQLException {
        var there = new TreeSet<>(all("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'workspace'"""));
        var listed = new TreeSet<String>();
        Holding.all().forEach(it -> listed.add(it.table()));

        assertEquals(there, listed);
    }

    @Test
    void whatStaysSaysWhy() {
        for (var holding : Holding.all()) {
            assertTrue(
                    holding.goes()
                            || holding.deed().equals("part")
                            || holding.deed().equals("kept"),
                    holding.table() + ": " + holding.deed());
            assertTrue(!holding.deed().equals("kept") || !holding.words().isEmpty(), holding.table());
            assertTrue(
                    !holding.goes() || !(holding.old() + holding.ofSessions() + holding.ofPerson()).isEmpty(),
                    holding.table() + " goes, and never does");
        }
    }

    @Test
    void everyStatementIsOne() throws SQLException {
        for (var holding : Holding.all()) {
            for (var which : List.of(holding.old(), holding.ofSessions(), holding.ofPerson())) {
                if (!which.isEmpty()) {
                    explain(holding.count(which));
                    explain(holding.rows(which));
                    if (holding.goes()) {
                        explain(holding.letGo(which, 5));
                    }
                }
            }
        }
    }

    private static void explain(String statement) throws SQLException {
        var whole = statement
                .replace(":workspace", "'T1'")
                .replace(":sessions", "'00000000-0000-0000-0000-000000000000'")
                .replace(":member", "'U1'")
                .replace(":before", "now()")
                .replace(":yesterday", "now()");
        try {
            all("explain " + whole);
        } catch (SQLException e) {
            throw new SQLException(whole, e);
        }
    }

    private static List<String> all(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
