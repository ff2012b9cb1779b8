package dev.cowork.panel;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Specialist;
import dev.cowork.session.Casework;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// One call of the specialists to a session. Taken up again after a crash under a new attempt; what an older attempt
/// brings is refused.
@Entity
@Table(name = "panel")
class Panel {
    enum State {
        RUNNING,
        /// All have spoken: a person chooses.
        DECIDING,
        DRAFTING,
        DONE,
        /// Two were missing: the partner goes on alone.
        FAILED,
        STOPPED
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;

    @Enumerated(EnumType.STRING)
    private State state;

    private int round = 1;
    private int attempt;
    private String seats;
    private String ledger = "";
    private String contested = "";

    @Column(name = "card")
    private int cardVersion;

    @Column(name = "called_by")
    private String calledBy;

    @Column(name = "stopped_by")
    private @Nullable String stoppedBy;

    private @Nullable String choice;

    @Column(name = "chosen_by")
    private @Nullable String chosenBy;

    private boolean closed;
    private long micros;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    Panel() {}

    static Panel call(Casework.Held held, List<Profile> profiles, MemberId by, Instant at) {
        var panel = new Panel();
        panel.id = UUID.randomUUID();
        panel.workspace = held.workspace().value();
        panel.session = held.session();
        panel.state = State.RUNNING;
        panel.seats = String.join(
                "\n", profiles.stream().map(it -> it.id() + " " + it.name()).toList());
        panel.calledBy = by.value();
        panel.begunAt = at;
        panel.dueAt = at;
        return panel;
    }

    int takeUp() {
        return ++attempt;
    }

    /// All of them go by the ledger as it was when they were called, whatever is corrected meanwhile.
    void goesBy(List<Specialist.Known> known) {
        ledger = known.stream()
                .map(fact -> fact.id() + "\t" + fact.standing() + "\t"
                        + fact.statement().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    List<Specialist.Known> ledger() {
        return ledger.lines()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Specialist.Known(parts[0], parts[1], parts[2]))
                .toList();
    }

    /// Who has not spoken by then is missing.
    void hasUntil(Instant due) {
        dueAt = due;
    }

    boolean isTimeUp(Instant now) {
        return !now.isBefore(dueAt);
    }

    boolean isUnderWay() {
        return state == State.RUNNING || state == State.DRAFTING;
    }

    boolean isRunning(int attempt) {
        return isUnderWay() && this.attempt == attempt && stoppedBy == null;
    }

    boolean stop(MemberId by) {
        if (!isUnderWay() || stoppedBy != null) {
            return false;
        }
        stoppedBy = by.value();
        return true;
    }

    void costs(long more) {
        micros += more;
    }

    /// A second round, and the last.
    ///
    /// @param facts about which they contradict each other
    void goesRoundAgain(List<String> facts) {
        if (round != 1 || state != State.RUNNING) {
            throw new IllegalStateException("panel " + id + " is " + state + " in round " + round);
        }
        round = 2;
        contested = String.join(" ", facts);
    }

    void moveTo(State next, Instant at) {
        if (state == State.DONE || state == State.FAILED || state == State.STOPPED) {
            throw new IllegalStateException("panel " + id + " is over: " + state);
        }
        state = next;
        if (!isUnderWay() && next != State.DECIDING) {
            endedAt = at;
        }
    }

    /// @return whether it was the first choice
    boolean choose(String chosen, MemberId by) {
        if (state != State.DECIDING) {
            return false;
        }
        choice = chosen;
        chosenBy = by.value();
        state = State.DRAFTING;
        return true;
    }

    /// Its session is closed: nothing is decided any more.
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    int nextCardVersion() {
        return ++cardVersion;
    }

    UUID id() {
        return id;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    UUID session() {
        return session;
    }

    State state() {
        return state;
    }

    int round() {
        return round;
    }

    int attempt() {
        return attempt;
    }

    List<Seat> seats() {
        return seats.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Seat(parts[0], parts[1]))
                .toList();
    }

    List<String> contested() {
        return Stream.of(contested.split(" ")).filter(it -> !it.isEmpty()).toList();
    }

    MemberId calledBy() {
        return new MemberId(calledBy);
    }

    Optional<MemberId> stoppedBy() {
        return Optional.ofNullable(stoppedBy).map(MemberId::new);
    }

    Optional<String> choice() {
        return Optional.ofNullable(choice);
    }

    Optional<MemberId> chosenBy() {
        return Optional.ofNullable(chosenBy).map(MemberId::new);
    }

    long micros() {
        return micros;
    }

    /// The message in which the progress of this round is seen.
    Key board() {
        return Key.of("panel", id, "board", round);
    }

    /// The message in which they disagree.
    Key card() {
        return Key.of("panel", id, "card");
    }
}
