package dev.cowork.proposal.precedent;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// The precedent tables.
@ApplicationScoped
class Precedents implements PanacheRepositoryBase<Precedent, Precedent.Of> {
    /// Sorting so many is quick.
    private static final int MOST_LOOKED_AT = 1000;

    private static final int BEST = 50;

    /// A precedent found, with what tells how near it is.
    ///
    /// @param resemblance of the sentences, letter by letter: 0 where the database cannot tell
    record Found(UUID proposal, List<String> words, double resemblance) {}

    private record Counted(double size, boolean isTrigramThere) {}

    boolean isEmpty(WorkspaceId workspace) {
        return getEntityManager()
                .createNativeQuery("select 1 from precedent where workspace = ?1 limit 1")
                .setParameter(1, workspace.value())
                .getResultList()
                .isEmpty();
    }

    /// The text's words, weighed by how often each stands in a precedent as far as PostgreSQL has counted.
    Words words(String text) {
        var words = texts(getEntityManager()
                .createNativeQuery("select lexeme from unnest(to_tsvector('english', ?1))")
                .setParameter(1, text));
        return new Words(shares(words), words);
    }

    /// In how many of all precedents each of these words stands; without those so rare that nobody counts them.
    Map<String, Double> shares(Collection<String> words) {
        return session()
                .createNativeQuery("""
                        select word, share from precedent_word_shares(cast(?1 as text[]))""", Object[].class)
                .setParameter(1, words.toArray(String[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> ((Number) row[1]).doubleValue(), (one, _) -> one));
    }

    /// Those of this kind and currency that have the words in common which tell most, the nearest of them first.
    List<Found> near(WorkspaceId workspace, String kind, String currency, Words words, String about) {
        var counted = counted();
        var query = words.rarest(counted.size(), MOST_LOOKED_AT);
        if (query.isEmpty()) {
            return List.of();
        }
        var resemblance = counted.isTrigramThere() ? "similarity(found.about, ?5)" : "0 * length(?5)";
        return session()
                .createNativeQuery("""
                        select found.proposal, array_to_string(tsvector_to_array(found.words), ' '), %s
                        from precedents_with_words(?1, ?2, ?3, cast(?4 as tsquery), %d) found""".formatted(resemblance, BEST), Object[].class)
                .setParameter(1, workspace.value())
                .setParameter(2, kind)
                .setParameter(3, currency)
                .setParameter(4, query)
                .setParameter(5, about)
                .getResultList()
                .stream()
                .map(row -> new Found(
                        (UUID) row[0], Arrays.asList(((String) row[1]).split(" ")), ((Number) row[2]).doubleValue()))
                .toList();
    }

    /// All of them at once.
    List<Precedent> all(WorkspaceId workspace, List<UUID> proposals) {
        return proposals.isEmpty()
                ? List.of()
                : list("id.workspace = ?1 and id.proposal in ?2", workspace.value(), proposals);
    }

    /// Which cases were granted again and again since then.
    List<Recurring> recurring(WorkspaceId workspace, Instant since, int atLeast, int atMost) {
        return session()
                .createNativeQuery("""
                        select kind, currency, count(*), min(granted_minor), max(granted_minor),
                            (array_agg(about order by decided_at desc))[1]
                        from precedent
                        where workspace = ?1 and decided_at >= ?2 and granted_minor is not null
                        group by alike, kind, currency having count(*) >= ?3
                        order by count(*) desc, max(decided_at) desc limit ?4""", Object[].class)
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .setParameter(3, atLeast)
                .setParameter(4, atMost)
                .getResultList()
                .stream()
                .map(row -> Recurring.of(
                        (String) row[0],
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        (String) row[5]))
                .toList();
    }

    void show(WorkspaceId workspace, UUID proposal, String words) {
        session()
                .createNativeMutationQuery(
                        "insert into precedent_shown (workspace, proposal, words) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, workspace.value())
                .setParameter(2, proposal)
                .setParameter(3, words)
                .executeUpdate();
    }

    /// Empty where there was nothing to show.
    String shown(WorkspaceId workspace, UUID proposal) {
        return texts(getEntityManager()
                        .createNativeQuery("select words from precedent_shown where workspace = ?1 and proposal = ?2")
                        .setParameter(1, workspace.value())
                        .setParameter(2, proposal))
                .stream()
                .findFirst()
                .orElse("");
    }

    /// Hibernate never finds again what it remembers of a query that was told to give texts: it remembers it anew each
    /// time, and looks through all it remembers of it.
    private static List<String> texts(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(String.class::cast).toList();
    }

    void owe(WorkspaceId workspace, UUID proposal) {
        session()
                .createNativeMutationQuery(
                        "insert into precedent_due (workspace, proposal) values (?1, ?2) on conflict do nothing")
                .setParameter(1, workspace.value())
                .setParameter(2, proposal)
                .executeUpdate();
    }

    List<PrecedentBook.Due> due(int atMost) {
        return session()
                .createNativeQuery("select workspace, proposal from precedent_due limit ?1", Object[].class)
                .setParameter(1, atMost)
                .getResultList()
                .stream()
                .map(row -> new PrecedentBook.Due(new WorkspaceId((String) row[0]), (UUID) row[1]))
                .toList();
    }

    /// Whether it was owed: of two who settle one at once, one does.
    boolean settle(PrecedentBook.Due due) {
        return session()
                        .createNativeMutationQuery("delete from precedent_due where workspace = ?1 and proposal = ?2")
                        .setParameter(1, due.workspace().value())
                        .setParameter(2, due.proposal())
                        .executeUpdate()
                > 0;
    }

    /// How many there are, as PostgreSQL estimates, and whether it can compare letters.
    private Counted counted() {
        var row = session()
                .createNativeQuery(
                        "select reltuples, to_regproc('similarity') is not null from pg_class"
                                + " where oid = to_regclass('precedent')",
                        Object[].class)
                .getSingleResult();
        return new Counted(((Number) row[0]).doubleValue(), (Boolean) row[1]);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
