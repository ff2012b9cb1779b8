package dev.cowork.proposal.authority;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The authority matrix in force. Until an administrator saves one it is what the settings say, and follows them.
@ApplicationScoped
public class Matrices {
    static final String SETTINGS = "settings";
    static final String LOCK = "MATRIX";

    private final MatrixVersions versions;
    private final Settings settings;
    private final Roles roles;
    private final InstantSource clock;

    Matrices(MatrixVersions versions, Settings settings, Roles roles, InstantSource clock) {
        this.versions = versions;
        this.settings = settings;
        this.roles = roles;
        this.clock = clock;
    }

    /// Whose grants a cap counts.
    ///
    /// @param customer the customer's key; blank where no customer is known
    public record Whose(String customer, String person) {
        String of(Cap.Counts counts) {
            return counts == Cap.Counts.CUSTOMER ? customer : person;
        }
    }

    /// A cap and what counts against it already.
    public record Used(Cap cap, Money used) {}

    /// As of now, without writing anything.
    @Transactional
    public Matrix inForce(WorkspaceId workspace) {
        var newest = versions.newest(workspace);
        return outdatedBy(workspace, newest)
                .orElseGet(() -> newest.orElseThrow().matrix());
    }

    /// As of now and written down, so that a decision can name its version. Joins the caller's transaction.
    public Matrix written(WorkspaceId workspace) {
        var newest = versions.newest(workspace);
        return outdatedBy(workspace, newest).isPresent()
                ? takeOver(workspace)
                : newest.orElseThrow().matrix();
    }

    /// Waits until nobody else grants anything in this session alone.
    public void lockSession(WorkspaceId workspace, String session) {
        versions.lock(workspace, "SESSION " + session);
    }

    /// What counts against the caps; nobody else adds to it until the transaction ends.
    public List<Used> lockedUse(WorkspaceId workspace, List<Cap> caps, Whose whose) {
        of(whose, caps).forEach(cap -> versions.lock(workspace, cap.counts() + " " + whose.of(cap.counts())));
        return use(workspace, caps, whose);
    }

    /// The same as far as can be seen now.
    public List<Used> use(WorkspaceId workspace, List<Cap> caps, Whose whose) {
        return of(whose, caps).map(cap -> used(workspace, cap, whose)).toList();
    }

    private static Stream<Cap> of(Whose whose, List<Cap> caps) {
        return caps.stream().filter(cap -> !whose.of(cap.counts()).isEmpty());
    }

    private Used used(WorkspaceId workspace, Cap cap, Whose whose) {
        var since = clock.instant().truncatedTo(ChronoUnit.MICROS).minus(cap.days(), ChronoUnit.DAYS);
        var minor = versions.used(workspace, cap, whose.of(cap.counts()), since);
        return new Used(cap, new Money(minor, cap.most().currency()));
    }

    private Matrix takeOver(WorkspaceId workspace) {
        versions.lock(workspace, LOCK);
        var newest = versions.newest(workspace);
        var matrix = outdatedBy(workspace, newest);
        matrix.ifPresent(it -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var change = newest.isPresent() ? "The settings' limits are different now." : "The settings' limits.";
            versions.persistAndFlush(new MatrixVersion(workspace, it, new MatrixVersion.Saved(SETTINGS, now, change)));
            roles.takeOverDeciders(workspace, now);
        });
        return matrix.orElseGet(() -> newest.orElseThrow().matrix());
    }

    /// What the settings say by now, where they still have the say.
    private Optional<Matrix> outdatedBy(WorkspaceId workspace, Optional<MatrixVersion> newest) {
        if (newest.filter(it -> !it.saved().by().equals(SETTINGS)).isPresent()) {
            return Optional.empty();
        }
        var next = newest.map(MatrixVersion::version).orElse(0) + 1;
        var said = Matrix.first(next, settings.agentLimit(workspace), settings.supervisorLimit(workspace));
        return newest.filter(it -> it.matrix().saysTheSameAs(said)).isPresent() ? Optional.empty() : Optional.of(said);
    }
}
