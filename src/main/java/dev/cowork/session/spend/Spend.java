package dev.cowork.session.spend;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/// What a workspace spent on a day.
@Entity
@Table(name = "spend_day")
class Spend {
    @Embeddable
    record Day(String workspace, LocalDate day) {}

    @EmbeddedId
    private Day id;

    @Column(name = "micros")
    private long micros;

    Spend() {}

    LocalDate day() {
        return id.day();
    }

    long micros() {
        return micros;
    }
}
