package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sees whether a customer speaks of lawyers, courts or regulators. Then legal is to hear of it, whatever the partner
/// thinks: the thread says so once, and the form of `Escalate` begins with legal.
@ApplicationScoped
class LegalSteps {
    private static final Pattern SPOKEN_OF = Pattern.compile(
            "\\b(?:law ?suits?|lawyers?|attorneys?|solicitors?|sue|sues|suing|take (?:us|you|this|it) to court"
                    + "|(?:in|to) court|legal (?:action|steps|advice|threats?|proceedings|counsel|claim)|ombudsman"
                    + "|regulators?|consumer protection|data protection (?:authority|complaint)|charge ?backs?)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Situations situations;
    private final Turns turns;
    private final Suggestions suggestions;
    private final ProposalBook book;
    private final Posting posting;

    LegalSteps(Situations situations, Turns turns, Suggestions suggestions, ProposalBook book, Posting posting) {
        this.situations = situations;
        this.turns = turns;
        this.suggestions = suggestions;
        this.book = book;
        this.posting = posting;
    }

    static boolean areIn(String words) {
        return SPOKEN_OF.matcher(words).find();
    }

    boolean areSpokenOf(Session session) {
        return Stream.concat(
                        situations.of(session).stream().map(field -> field.text()),
                        turns.answeredIn(session).stream().map(Turn::words))
                .anyMatch(LegalSteps::areIn);
    }

    /// Points the thread to legal, once, where nobody has suggested an escalation. In the caller's transaction.
    void pointOut(Session session) {
        if (areSpokenOf(session) && !isEscalating(session)) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    Key.of("legal", session.id()),
                    NoticeCard.of(":scales: The customer speaks of legal steps. Let legal see it before you answer:"
                            + " `Escalate` on the case card goes there. Admit nothing until then; being sorry admits"
                            + " nothing."));
        }
    }

    private boolean isEscalating(Session session) {
        return suggestions.hasEscalation(session)
                || book.ofSession(session.workspace(), session.id().toString()).stream()
                        .anyMatch(entry -> entry.ask() instanceof Ask.Escalation);
    }
}
