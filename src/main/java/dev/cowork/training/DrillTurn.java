package dev.cowork.training;

import dev.cowork.partner.Author;
import dev.cowork.partner.Practice;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a trainee wrote, and what came back.
@Entity
@Table(name = "drill_turn")
class DrillTurn {
    @EmbeddedId
    private RunKey key;

    private UUID run;
    private int number;
    private String words;

    @Column(name = "said_at")
    private Instant saidAt;

    private @Nullable String answer;

    @Enumerated(EnumType.STRING)
    private @Nullable Author author;

    private String declared;
    private String signs;
    private String faults;
    private @Nullable Integer temper;

    @SuppressWarnings("NullAway")
    DrillTurn() {}

    static DrillTurn of(DrillRun run, int number, String words, Instant at) {
        var turn = new DrillTurn();
        turn.key = RunKey.fresh(run.key().in());
        turn.run = run.key().id();
        turn.number = number;
        turn.words = words;
        turn.saidAt = at;
        turn.declared = "";
        turn.signs = "";
        turn.faults = "";
        return turn;
    }

    void answer(Practice.Line line, Practice.Seen declared, Seen seen, Temper temper) {
        answer = line.text();
        author = line.author();
        this.declared = Named.written(declared.sentences(), declared.author().name());
        signs = Named.written(seen.signs());
        faults = Named.written(seen.faults());
        this.temper = temper.value();
    }

    boolean isAnswered() {
        return answer != null;
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    Practice.Seen declared() {
        return Named.declared(declared);
    }

    Seen seen() {
        return new Seen(Named.read(signs, Sign.class), Named.read(faults, Fault.class));
    }
}
