package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A session in which a gap hurt.
@Entity
@Table(name = "gap_sighting")
class GapSighting {
    @EmbeddedId
    private Gap.GapKey key;

    private UUID gap;
    private UUID session;
    private String finder;
    private String question;

    @Column(name = "noted_at")
    private Instant notedAt;

    @SuppressWarnings("NullAway")
    GapSighting() {}

    static GapSighting of(Gap gap, UUID session, MemberId finder, String question, Instant at) {
        var sighting = new GapSighting();
        sighting.key = new Gap.GapKey(gap.key().workspace(), UUID.randomUUID());
        sighting.gap = gap.key().id();
        sighting.session = session;
        sighting.finder = finder.value();
        sighting.question = question;
        sighting.notedAt = at;
        return sighting;
    }

    UUID session() {
        return session;
    }

    MemberId finder() {
        return new MemberId(finder);
    }

    String question() {
        return question;
    }
}
