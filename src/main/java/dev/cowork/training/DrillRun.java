package dev.cowork.training;

import dev.cowork.delivery.Key;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody practising one drill, in the thread of their direct messages in which its card stands.
@Entity
@Table(name = "drill_run")
class DrillRun {
    enum State {
        RUNNING,
        ENDED
    }

    enum Way {
        COACHED,
        ROLE_PLAY
    }

    @EmbeddedId
    private RunKey key;

    private String trainee;
    private String drill;
    private String title;
    private String script;

    @Enumerated(EnumType.STRING)
    private Way way;

    @Enumerated(EnumType.STRING)
    private Help help;

    private int temper;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String channel;

    @Column(name = "thread_ts")
    private @Nullable String threadTs;

    private int edition;
    private @Nullable Double closeness;
    private String keep;
    private String attempt;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    DrillRun() {}

    static DrillRun begin(RunKey key, MemberId trainee, Drill drill, Way way, Help help, Instant at) {
        var run = new DrillRun();
        run.key = key;
        run.trainee = trainee.value();
        run.drill = drill.id();
        run.title = drill.title();
        run.script = drill.source();
        run.way = way;
        run.help = help;
        run.temper = drill.temper().value();
        run.state = State.RUNNING;
        run.keep = "";
        run.attempt = "";
        run.begunAt = at;
        return run;
    }

    void standsAt(ThreadRef thread) {
        channel = thread.channel();
        threadTs = thread.ts();
    }

    void cool(Temper now) {
        temper = now.value();
    }

    void end(Scorecard card, Optional<Double> closeness, Instant at) {
        if (state == State.ENDED) {
            throw new IllegalStateException("drill " + key + " ended at " + endedAt);
        }
        state = State.ENDED;
        this.closeness = closeness.orElse(null);
        keep = card.keep();
        attempt = card.attempt();
        endedAt = at;
    }

    int nextEdition() {
        return ++edition;
    }

    RunKey key() {
        return key;
    }

    MemberId trainee() {
        return new MemberId(trainee);
    }

    Drill drill() {
        return DrillFile.read(drill, script);
    }

    String title() {
        return title;
    }

    Way way() {
        return way;
    }

    Help help() {
        return help;
    }

    Temper temper() {
        return new Temper(temper);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    Optional<ThreadRef> thread() {
        return channel == null || threadTs == null ? Optional.empty() : Optional.of(new ThreadRef(channel, threadTs));
    }

    Instant begunAt() {
        return begunAt;
    }

    String keep() {
        return keep;
    }

    String attempt() {
        return attempt;
    }

    /// The name of its card among the bot's messages.
    Key message() {
        return Key.of("drill", key);
    }

    /// Whose card a message is; empty where it is no drill's.
    static Optional<RunKey> keyNamed(WorkspaceId workspace, Key message) {
        var parts = message.value().split("/");
        return parts.length == 2 && parts[0].equals("drill")
                ? Optional.of(RunKey.of(workspace, parts[1]))
                : Optional.empty();
    }
}
