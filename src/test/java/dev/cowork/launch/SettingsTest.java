package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person reads who set something wrong: always one line, with the name, the fault and what to do.
class SettingsTest {

    private static final Map<String, String> HTTP =
            Map.of("SLACK_SIGNING_SECRET", "8f742231b10e", "SLACK_BOT_TOKEN", "xoxb-1-2-abc");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "QUARKUS_HTTP_PORT | abc | \"abc\" is not a port; a number from 1 to 65535, or 0 for any free one, is accepted",
                "QUARKUS_HTTP_PORT | 65536 | \"65536\" is not a port; a number from 1 to 65535, or 0 for any free one, is accepted",
                "SLACK_BOT_TOKEN | xoxp-1 | is not a bot token; one that starts with xoxb- is accepted",
                "SLACK_APP_TOKEN | xoxb-1 | is not an app-level token; one that starts with xapp- is accepted",
                "SLACK_SIGNING_SECRET | two words | contains a blank or a character that no key has; the key alone, as Slack or Anthropic shows it, is accepted",
                "SLACK_API_URL | slack.com/api | \"slack.com/api\" is not a web address; http://… or https://… is accepted",
                "SLACK_API_URL | ftp://slack.com/api/ | \"ftp://slack.com/api/\" is not a web address; http://… or https://… is accepted",
                "ANTHROPIC_BASE_URL | https:// | \"https://\" is not a web address; http://… or https://… is accepted",
                "COWORK_AGENT_LIMIT | 100 | \"100\" is not an amount with its currency; 100 USD or 99.50 EUR, with no more decimals than the currency has, is accepted",
                "COWORK_AGENT_LIMIT | 10.5 JPY | \"10.5 JPY\" is not an amount with its currency; 100 USD or 99.50 EUR, with no more decimals than the currency has, is accepted",
                "COWORK_AGENT_LIMIT | 10 XXX | \"10 XXX\" is not an amount with its currency; 100 USD or 99.50 EUR, with no more decimals than the currency has, is accepted",
                "COWORK_SUPERVISOR_LIMIT | -1 USD | \"-1 USD\" is not an amount with its currency; 100 USD or 99.50 EUR, with no more decimals than the currency has, is accepted",
                "COWORK_SUPERVISORS | @sam | \"@sam\" is not a list of Slack user ids; U024BE7LH or U024BE7LH,W012A3CDE is accepted",
                "COWORK_COMMAND | cowork | \"cowork\" is not a slash command; / and up to 31 small letters, digits, - or _, as in /cowork, is accepted",
                "COWORK_APPROVALS_CHANNEL | Our Approvals | \"Our Approvals\" is not a channel; a name without blanks or capitals, as in support-approvals, or an id, as in C024BE91L, is accepted",
                "COWORK_MODEL | claude sonnet | \"claude sonnet\" is not a model's name; one word, as in claude-sonnet-5-5, is accepted",
                "COWORK_MASK | Falcon; /ACME-(/ | \"/ACME-(/\" is not a pattern; a word, or a regular expression between slashes, as in /ACME-\\d+/, is accepted",
                "COWORK_MASK_REGIONS | Germany | \"Germany\" is not a list of countries; US or US,DE,FR is accepted",
                "COWORK_TEAMS | Billing | \"Billing\" is not a list of teams with their channels; Billing=C024BE91L,C0123; Returns=C0456 is accepted",
                "COWORK_TICKETS_WORKSPACE | acme | \"acme\" is not a Slack workspace; its id, as in T024BE7LD, is accepted",
                "COWORK_ENCRYPTION_KEY | c2hvcnQ= | is not a key; 32 bytes in Base64, as `openssl rand -base64 32` makes them, are accepted, or several such keys with commas between them, the newest first",
                "QUARKUS_DATASOURCE_JDBC_URL | jdbc:mysql://db/cowork | is not the address of a PostgreSQL; jdbc:postgresql://HOST:PORT/DATABASE is accepted",
            })
    void saysWhatIsWrongWithOneValue(String variable, String value, String complaint) {
        assertEquals(variable + ": " + complaint, refusalOf("dev", Map.of(variable, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COWORK_AGENT_LIMIT | 0 USD",
                "COWORK_AGENT_LIMIT | 99.50 EUR",
                "COWORK_SUPERVISOR_LIMIT | 100000 JPY",
                "COWORK_SUPERVISOR_LIMIT | 1.234 KWD",
                "COWORK_SUPERVISORS | U024BE7LH, W012A3CDE",
                "COWORK_APPROVALS_CHANNEL | #support-approvals",
                "COWORK_APPROVALS_CHANNEL | C024BE91L",
                "COWORK_TIPS_CHANNEL | приёмная",
                "COWORK_COMMAND | /help-desk_2",
                "SLACK_API_URL | http://127.0.0.1:9000/api",
                "COWORK_MASK | Project Falcon; /ACME-\\d{4,6}/",
                "COWORK_MASK_REGIONS | US, DE",
                "COWORK_ENCRYPTION_KEY | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "COWORK_TEAMS | Billing desk=C024BE91L, C0123; Returns=G0456",
                "QUARKUS_HTTP_PORT | 0",
                "QUARKUS_DATASOURCE_JDBC_URL | jdbc:postgresql://db/cowork",
            })
    void takesWhatIsRight(String variable, String value) {
        assertDoesNotThrow(() -> settings("dev", Map.of(variable, value)).check());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "COWORK_ENCRYPTION_KEY"})
    void neverRepeatsASecret(String variable) {
        assertTrue(!refusalOf("dev", Map.of(variable, "hush hush")).contains("hush"));
    }

    @Test
    void aBuildForARealWorkspaceNeedsOne() {
        assertEquals(
                "SLACK_BOT_TOKEN: is not set; set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN (HTTP), or SLACK_APP_TOKEN"
                        + " and SLACK_BOT_TOKEN (Socket Mode), or try the playground, which needs neither, with"
                        + " `make run`",
                refusalOf("prod", Map.of()));
    }

    @Test
    void overHttpTheSigningSecretIsNeverLeftOut() {
        assertEquals(
                "SLACK_SIGNING_SECRET: is not set, and without it nobody can tell Slack's requests from forged ones; set"
                        + " it to the signing secret on Slack's Basic Information page, or set SLACK_APP_TOKEN for Socket"
                        + " Mode",
                refusalOf("prod", Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "")));
    }

    @Test
    void socketModeNeedsTheBotTokenBesideTheAppToken() {
        assertEquals(
                "SLACK_BOT_TOKEN: is not set, though SLACK_APP_TOKEN is; set it to the bot token (xoxb-…) on Slack's"
                        + " Install App page",
                refusalOf("prod", Map.of("SLACK_APP_TOKEN", "xapp-1")));
    }

    @Test
    void whatEverybodyKnowsIsNoSecret() {
        for (var known : List.of("playground-signing-secret-0000", "Changeme", "secret")) {
            assertEquals(
                    "SLACK_SIGNING_SECRET: is a value out of an example, which everybody knows; set one of your own",
                    refusalOf("prod", with(HTTP, "SLACK_SIGNING_SECRET", known)));
        }
        assertEquals(
                "QUARKUS_DATASOURCE_PASSWORD: is a value out of an example, which everybody knows; set one of your own",
                refusalOf(
                        "prod",
                        with(
                                with(HTTP, "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db:5432/cowork"),
                                "QUARKUS_DATASOURCE_PASSWORD",
                                "postgres")));
    }

    @Test
    void aClientIdNeedsItsSecret() {
        assertEquals(
                "SLACK_CLIENT_SECRET: is not set, though SLACK_CLIENT_ID is; set both, as Slack's Basic Information page"
                        + " shows them, or neither",
                refusalOf("prod", with(HTTP, "SLACK_CLIENT_ID", "1.2")));
    }

    @Test
    void aLoginWithoutAnAddressIsForgottenSomething() {
        assertEquals(
                "QUARKUS_DATASOURCE_JDBC_URL: is not set, though QUARKUS_DATASOURCE_USERNAME is; set it to"
                        + " jdbc:postgresql://HOST:PORT/DATABASE, or set neither for a PostgreSQL of the bot's own",
                refusalOf("dev", Map.of("QUARKUS_DATASOURCE_USERNAME", "cowork")));
    }

    @Test
    void servesARealWorkspaceOverHttpInSocketModeAndInMany() {
        assertDoesNotThrow(() -> settings("prod", HTTP).check());
        assertDoesNotThrow(() -> settings("prod", Map.of("SLACK_APP_TOKEN", "xapp-1", "SLACK_BOT_TOKEN", "xoxb-1"))
                .check());
        assertDoesNotThrow(() -> settings(
                        "prod",
                        Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "c"))
                .check());
    }

    @Test
    void emptyIsNotSet() {
        var settings = settings("dev", Map.of("QUARKUS_HTTP_PORT", "", "COWORK_AGENT_LIMIT", " "));

        assertDoesNotThrow(settings::check);
        assertEquals(Optional.empty(), settings.get(Variable.COWORK_AGENT_LIMIT));
        assertEquals(OptionalInt.empty(), settings.port());
    }

    @Test
    void whereEmptyTheDefaultHolds() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withDefaultValue("cowork.limit", "${COWORK_AGENT_LIMIT:100 USD}")
                .withSources(new EnvConfigSource(Map.of("COWORK_AGENT_LIMIT", ""), EnvConfigSource.ORDINAL))
                .build();

        assertEquals("100 USD", config.getValue("cowork.limit", String.class));
    }

    @Test
    void aMissingSlashIsMended() {
        assertEquals(
                Optional.of("http://127.0.0.1:9000/api/"),
                settings("dev", Map.of("SLACK_API_URL", "http://127.0.0.1:9000/api"))
                        .mendedSlackAddress());
    }

    @Test
    void theStrongerSourceWins() {
        var environment = new EnvConfigSource(Map.of("QUARKUS_HTTP_PORT", "9000"), 300);
        var file = new EnvConfigSource(Map.of("QUARKUS_HTTP_PORT", "9001", "COWORK_COMMAND", "/help"), 295);

        var settings = new Settings(List.of(environment, file), "dev");

        assertEquals(Optional.of("9000"), settings.get(Variable.QUARKUS_HTTP_PORT));
        assertEquals(Optional.of("/help"), settings.get(Variable.COWORK_COMMAND));
    }

    @Test
    void announcesWhereToGo() {
        assertEquals(
                "Cowork's playground: http://localhost:8080/playground",
                Announcement.of(settings("dev", Map.of()), 8080));
        assertEquals(
                "Cowork serves Slack over HTTP, at http://localhost:8081/slack/events; the playbook is the partner, as no"
                        + " ANTHROPIC_API_KEY is set.",
                Announcement.of(settings("prod", HTTP), 8081));
        assertEquals(
                "Cowork serves Slack in Socket Mode; Claude is the partner.",
                Announcement.of(
                        settings("prod", Map.of("SLACK_APP_TOKEN", "xapp-1", "ANTHROPIC_API_KEY", "sk-1")), 8080));
    }

    private static String refusalOf(String profile, Map<String, String> environment) {
        return String.valueOf(assertThrows(
                        RefusedStartException.class,
                        () -> settings(profile, environment).check())
                .getMessage());
    }

    private static Settings settings(String profile, Map<String, String> environment) {
        return new Settings(List.of(new EnvConfigSource(environment, EnvConfigSource.ORDINAL)), profile);
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        var more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
