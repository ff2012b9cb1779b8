package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.story.Desk;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An administrator gives a Slack user group a role: whoever is in it has it, as long as they are.
@QuarkusTest
class GroupRolesStory {
    private static final WorkspaceId PLAYGROUND = new WorkspaceId("TPLAY0001");
    private static final MemberId NOA = new MemberId("UNOA00001");
    private static final String GROUP = "S0PLAY001";

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    @Inject
    Roles roles;

    @Inject
    KnowingGroups knowing;

    /// All stories share one workspace.
    @AfterEach
    void takeAway() {
        new Database(source).change("delete from group_role where workspace = ?", PLAYGROUND.value());
    }

    @Test
    void whoIsInTheGroupHasItsRole() {
        var desk = Desk.open(application);
        desk.slack().person(GROUP, Map.of("users", List.of(NOA.value())));
        var form = desk.mia()
                .opensHome()
                .pressesForForm("Roles")
                .pressesForOther("Name a user group", "Everybody who is not listed");
        assertEquals(
                Set.of("User group"),
                form.refused(Map.of("User group", "the supervisors", "Role", "Supervisor"))
                        .keySet());

        form.submit(Map.of(
                "User group",
                GROUP,
                "Role",
                "Supervisor",
                "Knowledge keepers",
                "Yes: they keep the company's knowledge"));

        Eventually.is(
                "the group has a role",
                Duration.ofSeconds(45),
                () -> roles.groups(PLAYGROUND).stream().anyMatch(it -> it.id().equals(GROUP)),
                () -> roles.groups(PLAYGROUND));
        Within.everyWorkspace(() -> knowing.run());
        assertEquals(Role.SUPERVISOR, roles.of(PLAYGROUND, NOA));
        assertTrue(roles.deciders(PLAYGROUND).contains(NOA));
        assertTrue(roles.keepers(PLAYGROUND).contains(NOA));
        assertFalse(roles.isAdmin(PLAYGROUND, NOA));

        desk.slack().person(GROUP, Map.of("users", List.of()));
        new Database(source).change("update group_role set seen_at = null where workspace = ?", PLAYGROUND.value());
        Within.everyWorkspace(() -> knowing.run());
        assertEquals(Role.AGENT, roles.of(PLAYGROUND, NOA));
        assertFalse(roles.keepsKnowledge(PLAYGROUND, NOA));
    }
}
