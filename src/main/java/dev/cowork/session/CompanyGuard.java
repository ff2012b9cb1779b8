package dev.cowork.session;

import dev.cowork.knowledge.Knowledge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the company does not want to read in a draft: its forbidden words besides those that read like an
/// admission, and what is for the team alone.
@ApplicationScoped
class CompanyGuard {
    private final LoadedWords loaded;
    private final Knowledge knowledge;

    CompanyGuard(LoadedWords loaded, Knowledge knowledge) {
        this.loaded = loaded;
        this.knowledge = knowledge;
    }

    LoadedWords words(Session session) {
        return loaded.with(knowledge.forbidden(session.workspace()));
    }

    List<InternalWords.Leak> leaks(Session session, String draft) {
        return new InternalWords(knowledge.internal(session.workspace())).in(draft);
    }

    /// What to take out before it can be used.
    List<String> hints(Session session, Draft draft) {
        return leaks(session, draft.words()).stream()
                .limit(2)
                .map(leak -> ":lock: “" + CardText.inline(leak.words(), 100) + "” stands in an internal text, “"
                        + CardText.inline(leak.from().heading(), 80) + "”. Take it out.")
                .toList();
    }
}
