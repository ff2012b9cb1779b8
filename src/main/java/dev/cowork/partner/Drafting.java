package dev.cowork.partner;

import dev.cowork.playbook.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Drafts put together from the playbook's wordings: one for each thing a draft has to say, in the tone asked for.
final class Drafting {
    private static final Pattern HOLDING = Ticket.words("holding", "hold(?:ing)? (?:reply|response)", "acknowledge");
    private static final Pattern GRANTED =
            Pattern.compile("^(Refund|Credit|Replacement|Discount|Gesture|Policy exception) (.+)$");

    private Drafting() {}

    static Reaction first(Case it) {
        var kind = kind(it);
        return Reaction.of(it.say(kind, Map.of("why", "")), draft(it, kind, ""));
    }

    /// The same in another tone. Where the wording would not change, says so instead.
    static Reaction again(Case it) {
        var change = it.part("drafts", "change")
                .part(it.course().tone().heading())
                .orElseThrow()
                .text();
        var draft = draft(it, kind(it), change);
        if (it.course()
                .lastDraft()
                .map(last -> last.text().equals(draft.text()))
                .orElse(false)) {
            return Reaction.of(it.say("revised-same"));
        }
        return Reaction.of(it.say("revised"), draft);
    }

    static Reaction ofDecision(Case it, Decided decided) {
        var why = decided.why().isEmpty() ? "" : " The reason given: \"" + decided.why() + "\".";
        var kind = kind(it);
        return Reaction.of(it.say(kind, Map.of("why", why)), draft(it, kind, ""));
    }

    /// What the customer can be told at once when a case is handed over.
    static String holdingReply(Case it, boolean isTechnical) {
        return text(it, isTechnical ? "technical" : "holding");
    }

    static String kind(Case it) {
        if (it.course().decided().isPresent()) {
            var decided = it.course().decided().get();
            return switch (decided.outcome()) {
                case GRANTED -> decided.isEscalation() ? "taken-over" : "approved";
                case DECLINED -> decided.isEscalation() ? "plan" : "declined";
                case OPEN -> "undecided";
            };
        }
        var isWaiting =
                it.course().has(Move.SuggestEscalation.class) || it.course().has(Move.SuggestCompensation.class);
        if (HOLDING.matcher(it.words()).find() || it.ticket().isLegal()) {
            return "holding";
        }
        if (it.ticket().issue().equals("late-return")) {
            return "return";
        }
        if (it.ticket().isTroubleshooting()) {
            return "checks";
        }
        return isWaiting ? "holding" : "plan";
    }

    private static Move.WriteDraft draft(Case it, String kind, String change) {
        return new Move.WriteDraft(channel(it.words()), text(it, kind), change);
    }

    private static String channel(String words) {
        if (Ticket.words("chat").matcher(words).find()) {
            return "chat";
        }
        return Ticket.words("(?:on|by|over) the phone", "phone script", "call script")
                        .matcher(words)
                        .find()
                ? "phone"
                : "email";
    }

    private static String text(Case it, String kind) {
        var roles = roles(it, kind);
        var values = values(it);
        return roles.stream()
                .map(role ->
                        it.filled(worded(it.part("drafts", role), it.course().tone()), values))
                .collect(Collectors.joining("\n\n"))
                // What happened and that we are sorry belong together.
                .replaceFirst("(?<=[.!?])\\n\\n(?=(?:I am (?:really |truly )?sorry|Please accept))", " ");
    }

    private static List<String> roles(Case it, String kind) {
        if (it.ticket().issue().equals("late-return")) {
            return List.of("greeting", "request", kind, "close");
        }
        var isRepeat = it.ticket().isRepeat() && it.course().tone() != Tone.SHORTER;
        return isRepeat && List.of("holding", "plan", "approved").contains(kind)
                ? List.of("greeting", "acknowledge", "again", "apology", kind, "close")
                : List.of("greeting", "acknowledge", "apology", kind, "close");
    }

    private static String worded(Page.Part role, Tone tone) {
        return tone.headings().stream()
                .flatMap(heading -> role.part(heading).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("playbook/drafts.md has no wording for " + role.title()))
                .text();
    }

    private static Map<String, String> values(Case it) {
        var values = new HashMap<String, String>();
        it.course().decided().filter(decided -> !decided.isEscalation()).ifPresent(decided -> {
            var granted = granted(it, decided).orElse("what we had asked for is granted");
            values.put("granted", granted);
            values.put("Granted", Case.upper(granted));
            values.put("asked", asked(decided.what()));
        });
        values.putIfAbsent("asked", "your case");
        return values;
    }

    /// Exactly what was decided: the amount goes into the customer's text as it stands in the decision.
    private static Optional<String> granted(Case it, Decided decided) {
        var matcher = GRANTED.matcher(decided.what());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return it.part("drafts", "granted")
                .part(matcher.group(1).toLowerCase(Locale.ROOT))
                .map(part -> it.filled(part.text(), Map.of("amount", matcher.group(2))));
    }

    private static String asked(String what) {
        var matcher = GRANTED.matcher(what);
        return matcher.matches() ? "a " + matcher.group(1).toLowerCase(Locale.ROOT) + " of " + matcher.group(2) : what;
    }
}
