package dev.cowork.workspace.setting;

import dev.cowork.workspace.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// One thing that a workspace may set for itself. Left empty, what whoever runs the program has set holds.
public enum Setting {
    BOT_NAME(
            "The bot's name",
            "Stands over what I write, beside Slack's sign for apps. Mentions and my own page keep the app's name.",
            "[\\p{L}\\p{N}][\\p{L}\\p{N} .'_-]{0,34}",
            "1 to 35 letters and digits"),
    BOT_PICTURE(
            "The bot's picture",
            "An emoji that stands beside that name. As in :seedling:",
            ":[a-z0-9_+'-]{1,60}:",
            "an emoji between colons, as in :seedling:"),
    COMMAND(
            "Slash command",
            "The one that my texts name. Slack takes commands from the app's manifest: each that stands there opens me.",
            "/[a-z0-9_-]{1,31}",
            "a slash and small letters, digits, - or _, as in /cowork"),
    APPROVALS_CHANNEL(
            "Approvals channel",
            "Where proposals wait for a decision. Its name or id; invite Cowork to it.",
            "#?[^\\s#@,]{1,80}",
            "a channel's name or id"),
    TIPS_CHANNEL(
            "Tips channel",
            "Where shared tips and batches of them are posted. Its name or id.",
            "#?[^\\s#@,]{1,80}",
            "a channel's name or id"),
    CONTACT(
            "Contact",
            "Whom `help` names for questions: a person's Slack user id, or a channel.",
            "[UW][A-Z0-9]{5,30}|#?[^\\s#@,]{1,80}",
            "a Slack user id, or a channel's name"),
    ANSWER_WITHIN(
            "Hours to decide",
            "After so many working hours a proposal expires; half way its deciders are reminded. From 1 to 72.",
            value -> isNumber(value, 1, 72),
            "a whole number of hours from 1 to 72"),
    WORKING_HOURS(
            "Working hours",
            "Hours to decide count within them only, but for what is wanted now. As in: Mon-Fri 09:00-17:30"
                    + " Europe/Berlin",
            value -> WorkingHours.read(value).isPresent(),
            "days, hours and a time zone, as in Mon-Fri 09:00-17:30 Europe/Berlin"),
    CURRENCY(
            "Currency",
            "What amounts are in that name none, and new rules begin with. Three letters, such as EUR.",
            value -> Money.parse("1", value).isPresent(),
            "a currency's three letters, such as EUR"),
    DAILY_LIMIT(
            "Claude's daily limit",
            "What Claude may cost in a day, UTC; then the playbook answers. As in 50 USD, in the currency of the prices.",
            value -> Money.parse(value).isPresent(),
            "an amount with its currency, as in 50 USD"),
    RETENTION(
            "Days kept",
            "So long after a session is over, what was said in it is deleted. From 1 to 3650.",
            value -> isNumber(value, 1, 3650),
            "a whole number of days from 1 to 3650");

    private final String label;
    private final String effect;
    private final Predicate<String> check;
    private final String accepted;

    Setting(String label, String effect, String pattern, String accepted) {
        this(label, effect, value -> value.matches(pattern), accepted);
    }

    Setting(String label, String effect, Predicate<String> check, String accepted) {
        this.label = label;
        this.effect = effect;
        this.check = check;
        this.accepted = accepted;
    }

    public String label() {
        return label;
    }

    /// What it does, in a line.
    public String effect() {
        return effect;
    }

    /// What is wrong with a value; empty where it may be saved.
    public Optional<String> complaintAbout(String value) {
        return value.isEmpty() || value.length() <= 150 && check.test(value)
                ? Optional.empty()
                : Optional.of("This wants " + accepted + ", or nothing.");
    }

    /// As forms and rows call it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String value, int least, int most) {
        return value.matches("\\d{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
