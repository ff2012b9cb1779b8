package dev.cowork.proposal;

import dev.cowork.slack.SlackText;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Phrases about proposals in Slack's markdown. People's own words never come here unescaped: they would bring live
/// mentions with them.
final class Mrkdwn {
    private static final int MOST_NAMES = 10;
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("d MMM uuuu 'at' HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Mrkdwn() {}

    /// In the reader's own time zone; in UTC where Slack cannot.
    static String at(Instant instant) {
        return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} at {time}|" + plain(instant) + ">";
    }

    static String plain(Instant instant) {
        return PLAIN.format(instant);
    }

    /// To a thread; opens for whoever may read there.
    static String link(WorkspaceId workspace, ThreadRef thread, String words) {
        return "<https://app.slack.com/client/%s/%s/thread/%s-%s|%s>"
                .formatted(workspace, thread.channel(), thread.channel(), thread.ts(), words);
    }

    /// `Refund · $150.00`, `Escalation to legal`.
    static String ask(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it ->
                Words.shown(it.kind()) + " · " + it.amount().shown();
            case Ask.Escalation it -> "Escalation to " + SlackText.escaped(it.toWhom());
        };
    }

    /// `approved by @Sam today at 10:12`.
    static String deed(Ask asked, DecisionStep step) {
        return did(asked, step) + " by " + step.by().mention() + " " + at(step.at());
    }

    private static String did(Ask asked, DecisionStep step) {
        var isEscalation = asked instanceof Ask.Escalation;
        return switch (step.verdict()) {
            case APPROVED -> isEscalation ? "taken on" : "approved";
            case APPROVED_WITH_CHANGES ->
                isEscalation
                        ? "taken on under a condition"
                        : "approved with changes (" + ask(step.granted(asked)) + ")";
            case DECLINED -> "declined";
            case OWN_AUTHORITY -> "granted in their own authority";
            case EXPIRED -> "expired";
        };
    }

    /// `@Sam, @Mia or @Lee`, cut where there are very many.
    static String anyOf(List<MemberId> members) {
        var shown = members.stream().limit(MOST_NAMES).map(MemberId::mention).collect(Collectors.joining(", "));
        return members.size() > MOST_NAMES ? shown + " and " + (members.size() - MOST_NAMES) + " more" : shown;
    }

    /// A person, user group or channel by its id.
    static String place(String id) {
        return switch (id.charAt(0)) {
            case 'U', 'W' -> "<@" + id + ">";
            case 'S' -> "<!subteam^" + id + ">";
            default -> "<#" + id + ">";
        };
    }

    /// The same without markup, for notifications: `@U123` for a mention, UTC for a time.
    static String plainly(String mrkdwn) {
        return mrkdwn.replaceAll("<!date\\^[^|>]*\\|([^>]*)>", "$1")
                .replaceAll("<([@#][^>]*)>", "$1")
                .replaceAll("<!subteam\\^([^>]*)>", "@$1")
                .replaceAll(":[a-z_]+: |[*`]", "");
    }
}
