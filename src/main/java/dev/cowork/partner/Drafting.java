package dev.cowork.partner;

import dev.cowork.playbook.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Drafts put together from the playbook's wordings: one for each thing a draft has to say, in the tone asked for.
final class Drafting {
    private static final Pattern HOLDING = Ticket.words("holding", "hold(?:ing)? (?:reply|response)", "acknowledge");
    private static final Pattern AFTER =
            Pattern.compile("(?:but |yes,? )*only (?:after|once|when) (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTED =
            Pattern.compile("^(Refund|Credit|Replacement|Discount|Gesture|Policy exception) (.+)$");

    private Drafting() {}

    static Reaction first(Case it) {
        var kind = kind(it);
        var values = Map.of("why", "", "condition", "", "matrix", it.authority(), "kept", "");
        var heading = it.course().decided().isPresent() ? "settled" : kind;
        return Reaction.of(it.say(heading, values), draft(it, kind, ""));
    }

    /// A draft at once. What a plain question asks the playbook does not know: the draft has a place for the answer.
    static Reaction quick(Case it) {
        if (!it.ticket().issue().equals("other") || it.ticket().isTroubleshooting()) {
            return first(it);
        }
        return Reaction.of(it.say("quick"), draft(it, "answer", ""));
    }

    /// Words for the way that was taken: until something is decided, a holding reply.
    static Move chosen(Case it, boolean isToBeDecided) {
        return draft(it, isToBeDecided && it.course().decided().isEmpty() ? "holding" : kind(it), "");
    }

    /// The same in another tone. Where the wording would not change, says so instead.
    static Reaction again(Case it) {
        var change = Leading.wishedFor(it.words())
                .map(wish -> "Begins with the " + wish + ".")
                .orElseGet(() -> it.part("drafts", "change")
                        .part(it.course().tone().heading())
                        .orElseThrow()
                        .text());
        var draft = draft(it, kind(it), change);
        if (it.course()
                .lastDraft()
                .map(last -> last.text().equals(draft.text()))
                .orElse(false)) {
            return Reaction.of(it.say("revised-same"));
        }
        var lead = Leading.wishedFor(it.words()).filter(wish -> !wish.equals("apology"));
        return lead.map(wish -> Reaction.of(it.say("revised-lead", Map.of("lead", wish)), draft))
                .orElseGet(() -> Reaction.of(it.say("revised"), draft));
    }

    static Reaction ofDecision(Case it, Decided decided) {
        var why = decided.why().isEmpty() ? "" : " The reason given: \"" + decided.why() + "\".";
        var kind = kind(it);
        var values = Map.of(
                "why",
                why,
                "condition",
                decided.condition().orElse(""),
                "matrix",
                it.authority(),
                "kept",
                kept(it, decided));
        return Reaction.of(it.say(heading(kind, decided), values), draft(it, kind, ""));
    }

    private static String heading(String kind, Decided decided) {
        if (decided.condition().isPresent() && decided.isPromise()) {
            return "approved-when";
        }
        return decided.isOwn() && kind.equals("approved") ? "approved-own" : kind;
    }

    /// What was granted before stays granted, whatever came after.
    private static String kept(Case it, Decided decided) {
        var before = it.course().promises().stream()
                .filter(promise -> promise != decided)
                .map(Decided::what)
                .collect(Collectors.joining(", "));
        return before.isEmpty() ? "" : " " + it.say("kept", Map.of("granted", before));
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
                case DECLINED -> decided.isEscalation() ? "stays" : "declined";
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
        var text = text(it, kind);
        return new Move.WriteDraft(channel(it.words()), text, change, promises(it, text), "en");
    }

    /// What was granted, as it stands in the text. Nothing else is promised by the playbook's wordings.
    private static List<Move.WriteDraft.Promise> promises(Case it, String text) {
        var promises = new ArrayList<Move.WriteDraft.Promise>();
        for (var decided : it.course().promises()) {
            var kind = GRANTED.matcher(decided.what());
            var at = granted(it, decided)
                    .map(words -> text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT)))
                    .orElse(-1);
            if (kind.matches() && at >= 0) {
                var length = granted(it, decided).orElseThrow().length();
                promises.add(new Move.WriteDraft.Promise(promised(kind.group(1)), text.substring(at, at + length)));
            }
        }
        return List.copyOf(promises);
    }

    private static String promised(String kind) {
        return switch (kind) {
            case "Replacement" -> "goods";
            case "Policy exception" -> "exception";
            default -> "money";
        };
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
        var roles = led(it, worded(it, kind), roles(it, kind));
        var values = values(it);
        return roles.stream()
                .map(role ->
                        it.filled(worded(it.part("drafts", role), it.course().tone()), values))
                .collect(Collectors.joining("\n\n"))
                // What happened and that we are sorry belong together.
                .replaceFirst("(?<=[.!?])\\n\\n(?=(?:I am (?:really |truly )?sorry|Please accept))", " ");
    }

    private static List<String> roles(Case it, String kind) {
        var told = worded(it, kind);
        if (kind.equals("answer")) {
            return Stream.of(List.of("greeting"), told, List.of("close"))
                    .flatMap(List::stream)
                    .toList();
        }
        if (it.ticket().issue().equals("late-return")) {
            return Stream.of(List.of("greeting", "request"), told, List.of("close"))
                    .flatMap(List::stream)
                    .toList();
        }
        var isRepeat = it.ticket().isRepeat() && it.course().tone() != Tone.SHORTER;
        if (isRepeat && List.of("holding", "plan", "approved", "stays").contains(kind)) {
            // After a second failure what happens now comes before being sorry.
            return Stream.of(List.of("greeting", "acknowledge"), told, List.of("again", "apology", "close"))
                    .flatMap(List::stream)
                    .toList();
        }
        var sorry = List.of("acknowledge", "apology");
        return Stream.of(List.of("greeting"), sorry, told, List.of("close"))
                .flatMap(List::stream)
                .toList();
    }

    /// The solution first, where the agent wants to lead with it.
    private static List<String> led(Case it, List<String> told, List<String> roles) {
        var lead = it.course().lead().filter(wish -> !wish.equals("apology"));
        if (lead.isEmpty()) {
            return roles;
        }
        var rest = roles.stream().filter(role -> !told.contains(role)).toList();
        return Stream.of(List.of("greeting", "lead"), told, rest.subList(1, rest.size()))
                .flatMap(List::stream)
                .toList();
    }

    /// The wordings for what was decided or comes next. What was granted is always among them.
    private static List<String> worded(Case it, String kind) {
        var promises = it.course().promises();
        if (promises.isEmpty()) {
            return List.of(kind.equals("holding") && !it.course().isSent() ? "holding-next" : kind);
        }
        var granted = promises.stream().anyMatch(promise -> promise.condition().isPresent())
                ? "approved-when"
                : promises.stream().allMatch(Decided::isOwn) ? "approved-own" : "approved";
        return List.of("declined", "undecided", "taken-over").contains(kind)
                ? List.of(granted, kind)
                : List.of(granted);
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
        var granted = it.course().promises().stream()
                .map(decided -> granted(it, decided).orElse("what we had asked for is granted") + condition(decided))
                .collect(Collectors.joining(", and "));
        values.put("granted", granted);
        values.put("Granted", Case.upper(granted));
        values.put("lead", it.course().lead().orElse("solution"));
        it.course()
                .decided()
                .filter(decided -> !decided.isEscalation())
                .ifPresent(decided -> values.put("asked", asked(decided.what())));
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

    private static String condition(Decided decided) {
        return decided.condition()
                .map(words -> words.replaceFirst("[.!\\s]+$", ""))
                .map(words -> {
                    var after = AFTER.matcher(words);
                    return after.matches() ? ", as soon as " + after.group(1) : " (on this condition: " + words + ")";
                })
                .orElse("");
    }

    private static String asked(String what) {
        var matcher = GRANTED.matcher(what);
        return matcher.matches() ? "a " + matcher.group(1).toLowerCase(Locale.ROOT) + " of " + matcher.group(2) : what;
    }
}
