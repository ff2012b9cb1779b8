package dev.cowork.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredPassages implements PanacheRepositoryBase<StoredPassage, StoredPassage.Place> {
    /// Any of the words counts, in the passage's own language; rarer ones count more, and more often counts a little.
    private static final String BY_WORDS = """
            with passage as (
                select * from knowledge_passage where workspace in (:workspace, '*') and is_found
            ), amount as (
                select greatest(1, count(*)) n from passage
            ), asked as materialized (
                select distinct l.language, x.lexeme
                from (values ('english'), ('german'), ('french'), ('spanish')) l (language),
                     unnest(to_tsvector(cast(l.language as regconfig), :words)) x
            ), hit as (
                select a.lexeme, p.ref, ts_rank(p.search, plainto_tsquery('simple', a.lexeme)) rank
                from asked a
                join passage p on p.language = a.language and p.search @@ plainto_tsquery('simple', a.lexeme)
            ), rarity as (
                select lexeme, ln(1 + max(n) / cast(count(*) as float8)) weight from hit, amount group by lexeme
            )""";
    private static final String SCORES = """
            select hit.ref, rarity.weight * (hit.rank / (hit.rank + 0.06)) score
            from hit join rarity using (lexeme)""";
    /// Words of which nothing is known may be misspelt: what looks like them counts half.
    private static final String MISSPELT = """
            , word as (
                select distinct x word from regexp_split_to_table(lower(:words), '[^[:alnum:]]+') x
                where length(x) >= 4
            ), lost as (
                select word from word
                where cast(to_tsvector('english', word) as text) <> ''
                    and not exists (
                        select from hit where hit.lexeme = any (tsvector_to_array(to_tsvector('english', word))
                            || tsvector_to_array(to_tsvector('german', word))
                            || tsvector_to_array(to_tsvector('french', word))
                            || tsvector_to_array(to_tsvector('spanish', word))))
            ), near as (
                select p.ref, l.word, word_similarity(l.word, p.heading || ' ' || p.words) alike
                from lost l join passage p on l.word <% (p.heading || ' ' || p.words)
            ), nearness as (
                select word, ln(1 + max(n) / cast(count(*) as float8)) weight from near, amount group by word
            )""";
    private static final String MISSPELT_SCORES = """
            union all
            select near.ref, 0.5 * nearness.weight * near.alike * near.alike score
            from near join nearness using (word)""";
    private static final String BEST =
            " select ref from (%s) scored group by ref order by sum(score) desc, ref limit :most";

    private volatile @org.jspecify.annotations.Nullable Boolean isForgiving;

    /// The best first.
    @SuppressWarnings("unchecked")
    List<String> byWords(String workspace, String words, int most) {
        var query = isForgiving()
                ? BY_WORDS + MISSPELT + BEST.formatted(SCORES + "\n" + MISSPELT_SCORES)
                : BY_WORDS + BEST.formatted(SCORES);
        return getEntityManager()
                .createNativeQuery(query)
                .setParameter("workspace", workspace)
                .setParameter("words", words)
                .setParameter("most", most)
                .getResultList();
    }

    /// Whether the database knows how to compare spellings.
    private boolean isForgiving() {
        var known = isForgiving;
        if (known == null) {
            known = !getEntityManager()
                    .createNativeQuery("select extname from pg_extension where extname = 'pg_trgm'")
                    .getResultList()
                    .isEmpty();
            isForgiving = known;
        }
        return known;
    }

    /// All that may be found.
    List<StoredPassage> foundIn(String workspace) {
        return list(
                "id.workspace in (?1, ?2) and found = true order by path, place", workspace, NewFile.EVERY_WORKSPACE);
    }

    List<Passage> internalIn(String workspace) {
        return list(
                        "id.workspace in (?1, ?2) and internal = true order by path, place",
                        workspace,
                        NewFile.EVERY_WORKSPACE)
                .stream()
                .map(StoredPassage::passage)
                .toList();
    }

    Optional<Passage> of(String workspace, String ref) {
        return find("id.workspace in (?1, ?2) and id.ref = ?3", workspace, NewFile.EVERY_WORKSPACE, ref)
                .firstResultOptional()
                .map(StoredPassage::passage);
    }

    void keep(NewFile file, List<Passage> cut, List<Optional<float[]>> meant) {
        var language = Language.of(file.text());
        for (var place = 0; place < cut.size(); place++) {
            var meaning = place < meant.size() ? meant.get(place) : Optional.<float[]>empty();
            persist(new StoredPassage(file, place, cut.get(place), language, meaning));
        }
        flush();
        getEntityManager()
                .createNativeQuery("""
                        update knowledge_passage
                        set search = setweight(to_tsvector(cast(language as regconfig), heading), 'A')
                            || setweight(to_tsvector(cast(language as regconfig), words), 'D')
                        where workspace = :workspace and path = :path""")
                .setParameter("workspace", file.workspace())
                .setParameter("path", file.path())
                .executeUpdate();
    }
}
