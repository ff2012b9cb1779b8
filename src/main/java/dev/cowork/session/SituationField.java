package dev.cowork.session;

import dev.cowork.partner.Brief;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/// One field of the opening as the agent filled it in.
@Entity
@Table(name = "situation_field")
class SituationField {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private int position;
    private String label;
    private String words;

    SituationField() {}

    SituationField(Session session, int position, Brief.Field field) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.position = position;
        this.label = field.label();
        this.words = field.text();
    }

    Brief.Field field() {
        return new Brief.Field(label, words);
    }
}
