package dev.cowork.proposal.authority;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An administrator says what somebody is here. It holds from that moment: the next press is judged by it.
@ApplicationScoped
class NamingRole {
    private final Roles roles;
    private final AuditChain audit;
    private final Event<AuthorityChanged> changed;
    private final InstantSource clock;

    NamingRole(Roles roles, AuditChain audit, Event<AuthorityChanged> changed, InstantSource clock) {
        this.roles = roles;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /// Names the person, or says why not.
    @Transactional
    Optional<String> name(WorkspaceId workspace, Position position, MemberId by, String gesture) {
        var refusal = refuses(workspace, position, by);
        if (refusal.isEmpty()) {
            write(workspace, position, by, gesture);
        }
        return refusal;
    }

    /// Somebody who installed the app becomes its administrator: nobody is there yet who could say so.
    @Transactional
    void install(WorkspaceId workspace, Position position) {
        write(workspace, position, position.member(), "installation");
    }

    private void write(WorkspaceId workspace, Position position, MemberId by, String gesture) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = roles.name(workspace, position, by, now);
        tell(workspace, List.of(by, position.member()));
        var change = new AuditFact.Change("roles", told(before), told(position));
        record(workspace, change, by, now, gesture, position.member().value());
    }

    @Transactional
    boolean mayName(WorkspaceId workspace, MemberId by) {
        return roles.isAdmin(workspace, by);
    }

    /// Says what the people of a user group are. Nothing happens where an administrator did not say it.
    @Transactional
    void nameGroup(WorkspaceId workspace, Roles.Group group, MemberId by, String gesture) {
        if (!mayName(workspace, by)) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = roles.groups(workspace).stream()
                .filter(it -> it.id().equals(group.id()))
                .findFirst()
                .map(NamingRole::told)
                .orElse("agent");
        roles.nameGroup(workspace, group, by, now);
        tell(workspace, List.of(by));
        var change = new AuditFact.Change("roles", before, told(group));
        record(workspace, change, by, now, gesture, group.id());
    }

    /// Those named, and everybody who has a role: what they may do or see may have changed.
    private void tell(WorkspaceId workspace, List<MemberId> named) {
        var concerned =
                roles.all(workspace).stream().map(Position::member).collect(Collectors.toCollection(HashSet::new));
        concerned.addAll(named);
        changed.fire(new AuthorityChanged(workspace, concerned));
    }

    private void record(
            WorkspaceId workspace, AuditFact.Change change, MemberId by, Instant now, String gesture, String whom) {
        audit.write(new AuditFact(
                workspace, Optional.empty(), "named", by, by, change, now, gesture, Map.of("whom", whom)));
    }

    private static String told(Roles.Group group) {
        return recorded(group.role().inside(), group.isAdmin(), group.isKeeper());
    }

    /// Why it may not be; empty where it may.
    @Transactional
    Optional<String> refuses(WorkspaceId workspace, Position position, MemberId by) {
        if (!roles.isAdmin(workspace, by)) {
            return Optional.of(Refusing.NO_ADMIN);
        }
        var admins = roles.all(workspace).stream().filter(Position::isAdmin).toList();
        var isTheOnlyOne = admins.size() == 1 && admins.getFirst().member().equals(position.member());
        return isTheOnlyOne && !position.isAdmin() ? Optional.of(Refusing.LAST_ADMIN) : Optional.empty();
    }

    private static String told(Position position) {
        return recorded(position.shown(), position.isAdmin(), position.isKeeper());
    }

    private static String recorded(String role, boolean isAdmin, boolean isKeeper) {
        return role + (isAdmin ? ", administrator" : "") + (isKeeper ? ", knowledge keeper" : "");
    }
}
