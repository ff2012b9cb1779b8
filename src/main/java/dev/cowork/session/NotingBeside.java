package dev.cowork.session;

import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.session.spend.SpendCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// What the agent should know about an answer besides its words: why the playbook gave it, and what was left out of
/// what they pasted.
@ApplicationScoped
class NotingBeside {
    private final SpendBook spent;

    NotingBeside(SpendBook spent) {
        this.spent = spent;
    }

    List<String> of(BeginningTurn.Begun begun, Answer answer) {
        var notes = new ArrayList<String>();
        if (begun.isSpent() && answer.author() == Author.PLAYBOOK) {
            notes.add(SpendCard.instead(spent.limit(begun.workspace()), spent.until()));
        }
        var hidden = begun.brief().hiddenCharacters();
        if (hidden > 0) {
            notes.add(
                    ":warning: Left out of what was pasted: %d invisible %s. Such characters can hide instructions; I read the words you see."
                            .formatted(hidden, hidden == 1 ? "character" : "characters"));
        }
        return List.copyOf(notes);
    }
}
