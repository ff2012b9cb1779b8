package dev.cowork.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class KnowledgeFiles implements PanacheRepositoryBase<KnowledgeFile, KnowledgeFile.Place> {
    Optional<KnowledgeFile> of(String workspace, String path) {
        return findByIdOptional(new KnowledgeFile.Place(workspace, path));
    }

    /// Of that workspace alone.
    List<KnowledgeFile> in(String workspace) {
        return list("id.workspace = ?1 order by id.path", workspace);
    }

    /// With what is for every workspace.
    List<KnowledgeFile> readIn(String workspace) {
        return list("id.workspace in (?1, ?2) order by id.path", workspace, NewFile.EVERY_WORKSPACE);
    }

    List<KnowledgeFile> readIn(String workspace, KnowledgeKind kind) {
        return list(
                "id.workspace in (?1, ?2) and kind = ?3 order by id.path", workspace, NewFile.EVERY_WORKSPACE, kind);
    }

    boolean isAnyFoundIn(String workspace) {
        return count(
                        "id.workspace in (?1, ?2) and kind in (?3, ?4)",
                        workspace,
                        NewFile.EVERY_WORKSPACE,
                        KnowledgeKind.POLICY,
                        KnowledgeKind.ARTICLE)
                > 0;
    }

    /// Its passages go with it.
    long forget(String workspace, String path) {
        var gone = delete("id.workspace = ?1 and id.path = ?2", workspace, path);
        flush();
        getEntityManager().clear();
        return gone;
    }

    /// What changes whenever a file does; empty where there is none.
    String edition(String workspace) {
        return getEntityManager()
                .createNativeQuery("select coalesce(count(*) || ' ' || max(brought_at) || ' ' || sum(version), '')"
                        + " from knowledge_file where workspace in (:workspace, '*')")
                .setParameter("workspace", workspace)
                .getSingleResult()
                .toString();
    }

    /// One process at a time changes what is there; the others wait until it is done.
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('cowork knowledge'))")
                .getSingleResult();
    }
}
