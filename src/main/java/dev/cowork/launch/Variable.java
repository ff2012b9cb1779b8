package dev.cowork.launch;

import java.util.Locale;
import java.util.Optional;

/// The variables a person sets, and what each accepts. Every name here is a promise to whoever runs the bot.
enum Variable {
    SLACK_SIGNING_SECRET(Rule.SECRET),
    SLACK_BOT_TOKEN(Rule.startsWith("xoxb-", "a bot token")),
    SLACK_APP_TOKEN(Rule.startsWith("xapp-", "an app-level token")),
    SLACK_CLIENT_ID(Rule.SECRET),
    SLACK_CLIENT_SECRET(Rule.SECRET),
    SLACK_API_URL(Rule.WEB_ADDRESS),
    ANTHROPIC_API_KEY(Rule.SECRET),
    ANTHROPIC_BASE_URL(Rule.WEB_ADDRESS),
    COWORK_MODEL(Rule.WORD),
    COWORK_FAST_MODEL(Rule.WORD),
    QUARKUS_DATASOURCE_JDBC_URL(Rule.JDBC_URL),
    QUARKUS_DATASOURCE_USERNAME(Rule.ANYTHING),
    QUARKUS_DATASOURCE_PASSWORD(Rule.ANYTHING),
    COWORK_DATA_DIR(Rule.PATH),
    COWORK_RETENTION_DAYS(Rule.DAYS),
    COWORK_COMMAND(Rule.COMMAND),
    COWORK_CONTACT(Rule.CONTACT),
    COWORK_SUPERVISORS(Rule.MEMBERS),
    COWORK_AGENT_LIMIT(Rule.AMOUNT),
    COWORK_SUPERVISOR_LIMIT(Rule.AMOUNT),
    COWORK_APPROVALS_CHANNEL(Rule.CHANNEL),
    COWORK_TIPS_CHANNEL(Rule.CHANNEL),
    COWORK_MASK(Rule.WORDS_AND_PATTERNS),
    COWORK_MASK_REGIONS(Rule.COUNTRIES),
    COWORK_LOADED_WORDS(Rule.FILE),
    COWORK_DAILY_LIMIT(Rule.AMOUNT),
    COWORK_PRICES(Rule.PRICES),
    COWORK_KNOWLEDGE_DIR(Rule.FOLDER),
    COWORK_KNOWLEDGE_KEY(Rule.LONG_SECRET),
    COWORK_DRILLS(Rule.FOLDER),
    COWORK_SPECIALISTS(Rule.FOLDER),
    COWORK_PANEL_LIMIT(Rule.AMOUNT),
    COWORK_PANEL_DAILY_LIMIT(Rule.AMOUNT),
    COWORK_ENCRYPTION_KEY(Rule.ENCRYPTION_KEY),
    COWORK_TICKETS_SECRET(Rule.SECRET),
    COWORK_TICKETS_WORKSPACE(Rule.WORKSPACE),
    COWORK_ZENDESK_SECRET(Rule.SECRET),
    COWORK_INTERCOM_SECRET(Rule.SECRET),
    COWORK_TEAMS(Rule.TEAMS),
    QUARKUS_HTTP_PORT(Rule.PORT);

    private final Rule rule;

    Variable(Rule rule) {
        this.rule = rule;
    }

    /// What is wrong with a value and what is accepted instead, or nothing where it is right.
    Optional<String> complaintAbout(String value) {
        return rule.complaintAbout(value).map(complaint -> this + ": " + complaint);
    }

    /// The same setting as Java calls it: `quarkus.http.port`.
    String property() {
        var property = name().toLowerCase(Locale.ROOT).replace('_', '.');
        return this == QUARKUS_DATASOURCE_JDBC_URL ? "quarkus.datasource.jdbc.url" : property;
    }

    RefusedStartException refused(String why) {
        return new RefusedStartException(this + ": " + why);
    }
}
