package dev.cowork.partner;

import dev.cowork.partner.Move.OfferApproaches.Approach;
import dev.cowork.playbook.Page;
import dev.cowork.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers by rules and fixed texts, through the same moves as Claude. Says at its first word in a session that it is
/// the playbook.
final class PlaybookPartner {
    private static final int MOST_QUESTIONS_BESIDE_WAYS = 3;

    private static final Pattern MONEY =
            Ticket.words("refund\\w*", "compensat\\w*", "credits?", "replacement", "vouchers?");

    private static final Pattern QUICK = Pattern.compile("^Quick: write me a draft");
    private static final Pattern ELSEWHERE =
            Pattern.compile("^\\[The customer is written to in ([^.\\n]+)\\.", Pattern.MULTILINE);

    private final Playbook playbook;

    PlaybookPartner(Playbook playbook) {
        this.playbook = playbook;
    }

    Answer reply(Brief brief, Consumer<String> live) {
        var it = Case.of(playbook, brief);
        var reaction = inEnglishOnly(it, withFacts(it, withWarning(it, react(it))));
        var text =
                it.course().hasIntroducedPlaybook() ? reaction.text() : it.say("playbook") + "\n\n" + reaction.text();
        var telling = new Telling(live);
        // Word by word, so that the thread grows as it does with Claude.
        for (var piece : text.split("(?<=\\s)(?=\\S)")) {
            telling.say(piece);
        }
        var record = TurnRecord.ofPlaybook(brief.authority(), brief.words(), telling.text(), reaction.moves());
        return new Answer(
                telling.text(), reaction.moves(), Author.PLAYBOOK, record.written(), Answer.Usage.NONE, List.of());
    }

    Retrospect lookBack(Brief brief) {
        return Debriefing.lookBack(Case.of(playbook, brief));
    }

    private static Reaction react(Case it) {
        var decided = Decided.last(it.brief().words());
        if (decided.isPresent()) {
            return Drafting.ofDecision(it, decided.get());
        }
        if (Spoken.tellsOfAskingAgain(it.brief().words())
                && it.course().decided().isPresent()) {
            return Drafting.ofDecision(it, it.course().decided().get());
        }
        if (QUICK.matcher(it.words()).find()) {
            return Drafting.quick(it);
        }
        var wish = Wish.of(it.words(), it.course().lastDraft().isPresent());
        if (Questioning.isPoor(it) && wish != Wish.COACH) {
            return questions(it);
        }
        if (it.ticket().isTraining() && !it.course().has(Move.WriteDraft.class) && wish != Wish.COACH) {
            return Teaching.next(it);
        }
        return switch (wish) {
            case REVISE -> Drafting.again(it);
            case COMPARE -> Weighing.compare(it);
            case OPINION -> Weighing.opinion(it);
            case AUTHORITY -> Reaction.of(it.say("own-authority", Map.of("matrix", it.authority())));
            case REMEDY -> Remedying.suggest(it);
            case ESCALATE -> escalate(it);
            case ANTICIPATE -> anticipate(it);
            case COACH -> Debriefing.coach(it);
            case CHOOSE -> chosen(it);
            case DRAFT -> Drafting.first(it);
            case OPTIONS -> options(it);
            case THANKS -> Reaction.of(it.say("noted"));
            case TALK -> talk(it);
        };
    }

    private static Reaction options(Case it) {
        if (it.ticket().isTroubleshooting()) {
            return Diagnosing.next(it);
        }
        return it.course().has(Move.OfferApproaches.class) ? Weighing.others(it) : ways(it);
    }

    private static Reaction talk(Case it) {
        if (it.ticket().isTroubleshooting()) {
            return Diagnosing.next(it);
        }
        if (!it.course().has(Move.OfferApproaches.class)) {
            return ways(it);
        }
        if (MONEY.matcher(it.words()).find() && !it.course().has(Move.SuggestCompensation.class)) {
            return Remedying.suggest(it);
        }
        var unknown = Spoken.stillUnknown(it.brief().words()).stream()
                .map(what -> it.say("still-unknown", Map.of("what", what.replaceFirst("[.?!]+$", ""))))
                .filter(question -> !it.course().hasAsked(question))
                .limit(1);
        var open = Stream.concat(unknown, Questioning.open(it).stream()).toList();
        return open.isEmpty()
                ? Reaction.of(it.say("noted"))
                : Reaction.of(it.say("still-missing"), new Move.AskQuestions(open));
    }

    private static Reaction questions(Case it) {
        var open = Questioning.open(it);
        var asked = open.isEmpty()
                ? it.part("questions", it.ticket().opening(), "text").items().stream()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .toList()
                : open;
        return Reaction.of(it.say("poor"), new Move.AskQuestions(asked));
    }

    private static Reaction ways(Case it) {
        var missing =
                Questioning.open(it).stream().limit(MOST_QUESTIONS_BESIDE_WAYS).toList();
        // Even a case told well leaves something worth knowing before anybody writes.
        var open = missing.isEmpty() ? Questioning.clarifying(it) : missing;
        var more = it.say("which") + (open.isEmpty() ? "" : " " + it.say("missing"));
        var legal = it.ticket().isLegal() ? " " + it.say("legal") : "";
        var text = it.say("ways", Map.of("legal", legal, "ways", " " + more + " " + it.authority()));
        var moves = new ArrayList<Move>();
        moves.add(new Move.OfferApproaches(approaches(it)));
        if (!open.isEmpty()) {
            moves.add(new Move.AskQuestions(open));
        }
        return new Reaction(text.strip(), List.copyOf(moves));
    }

    private static List<Approach> approaches(Case it) {
        var page = switch (it.ticket().opening()) {
            case "policy-gray-area" -> it.part("approaches", "policy");
            case "high-value-customer" -> it.part("approaches", "high-value");
            default -> it.part("approaches", general(it.ticket().issue()), "other");
        };
        return page.parts().stream().map(part -> approach(it, part)).toList();
    }

    private static String general(String issue) {
        return issue.equals("double-charge") ? "billing" : issue;
    }

    static Approach approach(Case it, Page.Part part) {
        return new Approach(
                part.title(),
                part.text(),
                part.marked("+ "),
                part.items(),
                it.filled(String.join(" ", part.marked("cost: ")), Map.of()),
                String.join(" ", part.marked("precedent: ")),
                String.join("", part.marked("grants: ")));
    }

    private static Reaction escalate(Case it) {
        if (it.course().has(Move.SuggestEscalation.class)) {
            return Reaction.of(it.say("escalate-again"));
        }
        return it.ticket().isLegal()
                        || it.course().has(Move.SuggestCompensation.class)
                        || it.ticket().isTroubleshooting()
                ? Reaction.of(it.say("escalate"), Remedying.escalation(it))
                : Reaction.of(it.say("escalate-plain"), Remedying.escalation(it));
    }

    private static Reaction anticipate(Case it) {
        var kind = switch (Drafting.kind(it)) {
            case "approved", "plan" -> "offer";
            case "declined" -> "declined";
            case "checks" -> "checks";
            case "return" -> "return";
            default -> "holding";
        };
        var replies = it.part("replies", kind).parts().stream()
                .map(part -> new Move.AnticipateReplies.LikelyReply(
                        it.filled(part.title(), Map.of()), it.filled(part.text(), Map.of())))
                .toList();
        return Reaction.of(it.say("anticipate"), new Move.AnticipateReplies(replies));
    }

    private static Reaction chosen(Case it) {
        var costs = Ticket.words("refund", "credit", "replace", "pay", "exception", "shipping")
                .matcher(it.words())
                .find();
        var money = costs ? Remedying.money(it) : Optional.<Move>empty();
        // Choosing leads on at once: to what has to be asked for, and to words that can go out.
        return money.map(move -> Reaction.of(it.say("chosen-money"), move, Drafting.chosen(it, true)))
                .orElseGet(() -> Reaction.of(it.say("chosen"), Drafting.chosen(it, false)));
    }

    /// Legal words always bring up an escalation, once.
    private static Reaction withWarning(Case it, Reaction reaction) {
        var isDue = it.ticket().isLegal()
                && !Decided.isIn(it.brief().words())
                && !it.course().has(Move.SuggestEscalation.class)
                && !reaction.has(Move.SuggestEscalation.class);
        return isDue ? reaction.and(Stream.of(Remedying.escalation(it))) : reaction;
    }

    /// The playbook has no other texts, and does not pretend to have them.
    private static Reaction inEnglishOnly(Case it, Reaction reaction) {
        var language = Stream.concat(
                        it.brief().past().stream().map(Brief.Exchange::words),
                        Stream.of(it.brief().words()))
                .flatMap(words -> ELSEWHERE.matcher(words).results())
                .map(found -> found.group(1))
                .filter(name -> !name.equals("English"))
                .reduce((_, later) -> later);
        return reaction.has(Move.WriteDraft.class) && language.isPresent()
                ? new Reaction(
                        reaction.text() + " " + it.say("english-only", Map.of("language", language.get())),
                        reaction.moves())
                : reaction;
    }

    private static Reaction withFacts(Case it, Reaction reaction) {
        var wish = Wish.of(it.words(), it.course().lastDraft().isPresent());
        return wish.tellsFacts() || it.course().isFirst() ? reaction.and(FactFinding.note(it).stream()) : reaction;
    }
}
