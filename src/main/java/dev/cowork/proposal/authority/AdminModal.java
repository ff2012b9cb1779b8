package dev.cowork.proposal.authority;

import com.slack.api.model.view.View;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Which modal a button of the administration opens, filled with what is true now.
@ApplicationScoped
class AdminModal {
    private static final int MONTH = 30;
    private final AuthorityBook book;
    private final Settings settings;

    AdminModal(AuthorityBook book, Settings settings) {
        this.book = book;
        this.settings = settings;
    }

    /// Empty where the list that the button stands in is older than the matrix.
    ///
    /// @param what which button, as in [AdminCard#press]
    Optional<View> of(WorkspaceId workspace, String what, String value) {
        var inForce = book.inForce(workspace);
        return switch (what) {
            case "matrix" -> Optional.of(MatrixModal.of(inForce));
            case "versions" -> Optional.of(MatrixModal.versions(book.lately(workspace)));
            case "version" ->
                book.of(workspace, Integer.parseInt(value))
                        .map(version ->
                                MatrixModal.look(version, inForce.matrix().version()));
            case "roles" -> Optional.of(RolesModal.of(book.people(workspace), book.groups(workspace)));
            case "group" -> Optional.of(GroupModal.form(group(workspace, value)));
            case "role" -> Optional.of(RolesModal.form(person(workspace, value)));
            case "rule" ->
                current(value, inForce.matrix())
                        .map(place -> RuleModal.rule(line(workspace, inForce.matrix(), place), place));
            case "cap" ->
                current(value, inForce.matrix())
                        .map(place -> RuleModal.cap(cap(workspace, inForce.matrix(), place), place));
            case String other -> throw new IllegalArgumentException("no such press of the administration: " + other);
        };
    }

    private Optional<Roles.Group> group(WorkspaceId workspace, String id) {
        return book.groups(workspace).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private Optional<Position> person(WorkspaceId workspace, String member) {
        return Optional.of(member).filter(id -> !id.isEmpty()).map(id -> book.positionOf(workspace, new MemberId(id)));
    }

    private static Optional<RuleForm.Place> current(String value, Matrix matrix) {
        return Optional.of(RuleForm.Place.read(value)).filter(place -> place.version() == matrix.version());
    }

    private Line line(WorkspaceId workspace, Matrix matrix, RuleForm.Place place) {
        return place.isNew()
                ? Line.upTo(Role.SUPERVISOR, May.APPROVE, Covers.ANY, Outside.FAR, nothing(workspace))
                : matrix.lines().get(place.number() - 1);
    }

    private Cap cap(WorkspaceId workspace, Matrix matrix, RuleForm.Place place) {
        var currency = nothing(workspace).currency().getCurrencyCode();
        return place.isNew()
                ? new Cap(Cap.Counts.PERSON, May.GRANT_ALONE, currency, 0, MONTH)
                : matrix.caps().get(place.number() - 1);
    }

    private Money nothing(WorkspaceId workspace) {
        return new Money(0, settings.currency(workspace));
    }
}
