package dev.cowork.session;

import dev.cowork.knowledge.Knowledge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the company does not want to read in a draft: its forbidden words besides those that read like an admission,
/// and
/// what is for the team alone.
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
}
