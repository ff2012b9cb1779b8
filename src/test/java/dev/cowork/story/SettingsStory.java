package dev.cowork.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator sets things in App Home: checked beside their fields, in force at once, with who changed what.
@QuarkusTest
class SettingsStory {
    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(application);
    }

    /// All stories share one workspace.
    @AfterEach
    void asBefore() {
        var form = desk.mia().opensHome().pressesForForm("Settings");
        form.submit(Map.of(
                "Contact", "", "Days kept", "", "The bot's name", "", "The bot's picture", "", "Slash command", ""));
        desk.mia().opensHome();
    }

    @Test
    void whatIsSavedHoldsAtOnceAndSaysWhoSavedIt() {
        var form = desk.mia().opensHome().pressesForForm("Settings");
        assertTrue(form.fields().contains("Working hours"), form.fields().toString());
        assertEquals(
                Set.of("Days kept"), form.refused(Map.of("Days kept", "soon")).keySet());

        form.submit(Map.of("Contact", "UNOA00001", "Days kept", "30"));

        Eventually.is(
                "it is saved",
                Duration.ofSeconds(45),
                () -> new Database(source)
                                .count("select count(*) from workspace_setting where name = 'contact' and value <> ''")
                        > 0,
                () -> form.words());
        desk.ana().types("/cowork help", Desk.SUPPORT);
        desk.ana().isTold(Desk.SUPPORT, "Ask <@UNOA00001>");
        var again = desk.mia().opensHome().pressesForForm("Settings");
        assertEquals("30", again.prefilled("Days kept"));
        assertTrue(
                again.words().contains("<@UMIA00001>: Days kept, ")
                        && again.words().contains("→ “30”"),
                again.words());
        assertTrue(new Database(source).count("select count(*) from audit_entry where deed = 'set'") > 0);
    }

    @Test
    void theBotHasTheNameAndSpeaksOfTheCommandThatWereSet() {
        var form = desk.mia().opensHome().pressesForForm("Settings");
        assertEquals(
                Set.of("The bot's name", "The bot's picture", "Slash command"),
                form.refused(Map.of(
                                "The bot's name", "<!channel>",
                                "The bot's picture", "a seedling",
                                "Slash command", "support"))
                        .keySet());

        form.submit(Map.of("The bot's name", "Nell", "The bot's picture", ":seedling:", "Slash command", "/support"));

        desk.mia().opensHome().shows("`/support help` says what else there is");
        var before = desk.slack().lastCall();
        desk.ana().types("/cowork help", Desk.SUPPORT);
        desk.ana().isTold(Desk.SUPPORT, "`/support quick QUESTION`");
        var thread = desk.ana().cowork("A harp arrived without strings.");
        thread.says("They want it today.");
        thread.shows("today");
        var posted = desk.slack().calls(before);
        assertTrue(
                posted.stream()
                        .filter(call -> call.path("method").asText().matches("chat\\.(postMessage|startStream)"))
                        .allMatch(call -> call.toString().contains("Nell")
                                && call.toString().contains(":seedling:")),
                posted::toString);
    }

    @Test
    void whoIsNoAdministratorSeesNoSuchButton() {
        assertTrue(desk.ana().opensHome().words().stream().noneMatch(it -> it.contains("Administration")));
    }
}
