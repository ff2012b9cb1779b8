package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// Words for the customer, in one of their versions. Versions are never changed; a new one takes their place.
@Entity
@Table(name = "draft")
class Draft {
    enum State {
        CURRENT,
        REPLACED,
        TAKEN_BACK,
        USED
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private int version;
    private String channel;
    private String words;
    private String change;
    private String promises = "";
    private String language = "";

    @Column(name = "written_by")
    private @Nullable String writtenBy;

    @Enumerated(EnumType.STRING)
    private State state;

    private String message;
    private int edition;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "used_by")
    private @Nullable String usedBy;

    Draft() {}

    private Draft(Session session, int version, Move.WriteDraft written, Instant at) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.version = version;
        this.channel = written.channel();
        this.words = written.text();
        this.change = written.change();
        this.promises = DeclaredPromises.written(written.promises());
        this.language = written.language();
        this.state = State.CURRENT;
        this.message = Key.of("draft", id).value();
        this.writtenAt = at;
    }

    static Draft byPartner(Session session, int version, Move.WriteDraft written, Instant at) {
        return new Draft(session, version, written, at);
    }

    static Draft byHand(Session session, int version, Move.WriteDraft written, MemberId writer, Instant at) {
        var draft = new Draft(session, version, written, at);
        draft.writtenBy = writer.value();
        return draft;
    }

    /// A newer version has come.
    void replace() {
        if (state == State.CURRENT) {
            state = State.REPLACED;
        }
    }

    void takeBack() {
        move(State.CURRENT, State.TAKEN_BACK);
    }

    /// The version after it was taken back: this one counts again, and stands in a new message.
    void comesBack() {
        if (state != State.REPLACED && state != State.USED) {
            throw new IllegalStateException("draft " + id + " is " + state + ": it cannot come back");
        }
        state = State.CURRENT;
        message = Key.of("draft", id, ++edition).value();
    }

    void use(MemberId by, Instant at) {
        move(State.CURRENT, State.USED);
        usedBy = by.value();
        usedAt = at;
    }

    private void move(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("draft " + id + " is " + state + ", not " + from);
        }
        state = to;
    }

    UUID id() {
        return id;
    }

    UUID session() {
        return session;
    }

    int version() {
        return version;
    }

    String channel() {
        return channel;
    }

    String words() {
        return words;
    }

    String change() {
        return change;
    }

    /// What it is written in: by our own reading, or else as whoever wrote it says.
    Optional<Language> language() {
        return Language.of(words).or(() -> Language.ofCode(language));
    }

    /// What the partner said it promises, as far as the words still stand in it.
    List<Move.WriteDraft.Promise> promises() {
        return DeclaredPromises.read(promises).stream()
                .filter(promise -> words.contains(promise.words()))
                .toList();
    }

    Optional<MemberId> writtenBy() {
        return Optional.ofNullable(writtenBy).map(MemberId::new);
    }

    State state() {
        return state;
    }

    boolean isCurrent() {
        return state == State.CURRENT;
    }

    Key message() {
        return new Key(message);
    }

    /// Says why it cannot be used, by how often somebody tried.
    Key lockedMessage(int number) {
        return Key.of("draft", id, "locked", number);
    }

    /// What tells apart the looks of its card.
    Key look() {
        return Key.of(state, edition);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    Optional<MemberId> usedBy() {
        return Optional.ofNullable(usedBy).map(MemberId::new);
    }

    @Override
    public String toString() {
        return "Draft[" + id + ", " + version + "]";
    }
}
