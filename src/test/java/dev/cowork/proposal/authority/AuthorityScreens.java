package dev.cowork.proposal.authority;

import static com.slack.api.model.view.Views.view;

import dev.cowork.Screens;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

@ApplicationScoped
class AuthorityScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TITLE = "😀<!channel> & *Finance* ".repeat(2).substring(0, 40);
    private static final Line LINE = new Line(
            Role.SUPERVISOR,
            TITLE,
            May.APPROVE,
            Covers.POLICY_EXCEPTION,
            Tier.HIGH_VALUE,
            Outside.FAR,
            "USD",
            999_999_999_999_99L,
            999_999_999_999_99L);
    private static final Cap CAP = new Cap(Cap.Counts.CUSTOMER, May.GRANT_ALONE, "USD", 999_999_999_999_99L, 366);
    private static final AuthorityBook.Version FULL = new AuthorityBook.Version(
            new Matrix(
                    1_000_000,
                    Collections.nCopies(Matrix.MOST_LINES, LINE),
                    Collections.nCopies(Matrix.MOST_CAPS, CAP)),
            "UANA",
            Optional.of(NOON),
            LONG);
    private static final AuthorityBook.Version EMPTY = new AuthorityBook.Version(
            new Matrix(1, List.of(), List.of()), Matrices.SETTINGS, Optional.empty(), "The settings' limits.");

    private final AdminModal modal;

    AuthorityScreens(AdminModal modal) {
        this.modal = modal;
    }

    @Override
    public Map<Class<?>, List<?>> longest() {
        var people = IntStream.range(0, 1_000)
                .mapToObj(at -> new Position(new MemberId("U" + at), Role.MANAGER, TITLE, true, true))
                .toList();
        var groups =
                Collections.nCopies(1_000, new Roles.Group("S0123456789", Role.SUPERVISOR, true, true, Long.MAX_VALUE));
        return Map.of(
                AdminModal.class,
                List.of("rule", "cap", "role", "roles", "versions").stream()
                        .map(what -> modal.of(new WorkspaceId("TSCREENS"), what, what.equals("role") ? "" : "1|0"))
                        .map(Optional::orElseThrow)
                        .toList(),
                AdminCard.class,
                List.of(
                        view(it -> it.type("home").blocks(AdminCard.of(new AuthorityBook.Desk(FULL, 1_000_000, true)))),
                        AdminCard.note(LONG)),
                MatrixModal.class,
                List.of(
                        MatrixModal.of(FULL),
                        MatrixModal.of(EMPTY),
                        MatrixModal.versions(List.of()),
                        MatrixModal.versions(Collections.nCopies(AuthorityBook.MOST_VERSIONS, FULL)),
                        MatrixModal.look(FULL, 1),
                        MatrixModal.look(FULL, 1_000_000),
                        MatrixModal.of("Nothing was restored", LONG)),
                RuleModal.class,
                List.of(
                        RuleModal.rule(LINE, new RuleForm.Place(1, 1)),
                        RuleModal.rule(Line.escalations(Role.MANAGER), new RuleForm.Place(1, 0)),
                        RuleModal.cap(CAP, new RuleForm.Place(1, 1))),
                GroupModal.class,
                List.of(GroupModal.form(Optional.empty()), GroupModal.form(Optional.of(groups.getFirst()))),
                RolesModal.class,
                List.of(
                        RolesModal.of(people, groups),
                        RolesModal.of(List.of(), List.of()),
                        RolesModal.form(Optional.empty()),
                        RolesModal.form(Optional.of(people.getFirst()))));
    }
}
