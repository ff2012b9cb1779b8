package dev.cowork.session;

import dev.cowork.delivery.Key;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/// Something the partner wants to know. Ticked once it is answered; "I don't know" is an answer.
@Entity
@Table(name = "asked_question")
class AskedQuestion {
    enum State {
        OPEN,
        ANSWERED,
        NOT_KNOWN
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private UUID turn;
    private int move;
    private int number;
    private String words;

    @Enumerated(EnumType.STRING)
    private State state;

    private String answer = "";
    private int edition;

    @Column(name = "asked_at")
    private Instant askedAt;

    AskedQuestion() {}

    /// @param move which of the turn's moves asked it
    AskedQuestion(Turn turn, int move, int number, String words, Instant at) {
        this.id = UUID.randomUUID();
        this.workspace = turn.workspace().value();
        this.session = turn.session();
        this.turn = turn.id();
        this.move = move;
        this.number = number;
        this.words = words;
        this.state = State.OPEN;
        this.askedAt = at;
    }

    /// Whether this is the first answer to it.
    boolean answer(String answer) {
        return settle(State.ANSWERED, answer);
    }

    /// Whether this is the first answer to it.
    boolean isNotKnown() {
        return settle(State.NOT_KNOWN, "");
    }

    private boolean settle(State to, String answer) {
        if (state != State.OPEN) {
            return false;
        }
        state = to;
        this.answer = answer;
        edition++;
        return true;
    }

    UUID id() {
        return id;
    }

    UUID session() {
        return session;
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }

    State state() {
        return state;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    String answer() {
        return answer;
    }

    int edition() {
        return edition;
    }

    boolean isInListOf(AskedQuestion other) {
        return turn.equals(other.turn) && move == other.move;
    }

    /// The message its list stands in.
    Key message() {
        return Key.of("turn", turn, "move", move);
    }
}
