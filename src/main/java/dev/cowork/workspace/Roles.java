package dev.cowork.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is what in a workspace. Read at the moment of a deed, never cached in a message or a button.
///
/// What somebody said in App Home holds. About everybody else the settings are asked, each time.
@ApplicationScoped
public class Roles {
    private final WorkspaceConfig config;
    private final MemberRoles named;
    private final GroupRoles groups;
    private final Standings standings;

    /// A user group with a role.
    ///
    /// @param people how many are in it, as far as Slack has said
    public record Group(String id, Role role, boolean isAdmin, boolean isKeeper, long people) {
        private boolean isSaid() {
            return role.decides() || isAdmin || isKeeper;
        }
    }

    Roles(WorkspaceConfig config, MemberRoles named, GroupRoles groups, Standings standings) {
        this.groups = groups;
        this.config = config;
        this.named = named;
        this.standings = standings;
    }

    /// Whether the person is a member of the workspace, and no guest, no bot and not deactivated, as far as is known.
    public boolean mayWork(WorkspaceId workspace, MemberId member) {
        return standing(workspace, member).mayWork();
    }

    /// What the person is in Slack, as far as is known.
    public Standing standing(WorkspaceId workspace, MemberId member) {
        return standings.last(workspace, member);
    }

    /// @param role as of now; an agent where nothing else is known
    public record Person(Role role, Standing standing) {}

    @Transactional
    public Person person(WorkspaceId workspace, MemberId member) {
        var standing = standing(workspace, member);
        return new Person(standing.mayWork() ? said(workspace, member).role() : Role.AGENT, standing);
    }

    /// The person's role as of now; an agent where nothing else is known.
    @Transactional
    public Role of(WorkspaceId workspace, MemberId member) {
        return positionOf(workspace, member).role();
    }

    @Transactional
    public Position positionOf(WorkspaceId workspace, MemberId member) {
        return mayWork(workspace, member) ? said(workspace, member) : nobody(member);
    }

    private Position said(WorkspaceId workspace, MemberId member) {
        return named.of(workspace, member)
                .filter(one -> !one.isOfSettings())
                .map(MemberRole::position)
                .orElseGet(() -> unsaid(workspace, member));
    }

    /// What somebody is of whom nobody said anything by name: the most that the settings or their groups say.
    private Position unsaid(WorkspaceId workspace, MemberId member) {
        return groups.ofMember(workspace, member).stream()
                .map(group -> group.positionOf(member))
                .reduce(fromSettings(member), Roles::most);
    }

    private static Position most(Position one, Position other) {
        return new Position(
                one.member(),
                one.role().compareTo(other.role()) >= 0 ? one.role() : other.role(),
                one.title(),
                one.isAdmin() || other.isAdmin(),
                one.isKeeper() || other.isKeeper());
    }

    /// The user groups that have a role.
    @Transactional
    public List<Group> groups(WorkspaceId workspace) {
        return groups.in(workspace).stream()
                .map(group ->
                        group.shown(groups.membersOf(workspace, group.group()).size()))
                .toList();
    }

    /// Says what the people of a group are from now on, in the caller's transaction; an agent with no other duty
    /// is what everybody is.
    public void nameGroup(WorkspaceId workspace, Group group, MemberId by, Instant at) {
        named.lock(workspace);
        if (!group.isSaid()) {
            groups.deleteById(new GroupRole.Id(workspace.value(), group.id()));
        } else {
            var row = groups.of(workspace, group.id()).orElseGet(() -> new GroupRole(workspace, group.id()));
            row.name(group, by, at);
            groups.persist(row);
        }
        groups.flush();
    }

    /// Slack said who is in the group.
    @Transactional
    public void sawGroup(WorkspaceId workspace, String group, Set<MemberId> members, Instant at) {
        groups.of(workspace, group).ifPresent(row -> groups.saw(row, workspace, members, at));
    }

    /// Groups about which Slack was not asked since then, in all workspaces.
    @Transactional
    public List<Map.Entry<WorkspaceId, String>> groupsUnseenSince(Instant before) {
        return groups.unseenSince(before);
    }

    /// Everybody who is more than an agent, by member id.
    @Transactional
    public List<Position> all(WorkspaceId workspace) {
        return known(workspace).stream()
                .filter(Position::isSaid)
                .sorted(Comparator.comparing(one -> one.member().value()))
                .toList();
    }

    /// Everybody who was given a role, whether they are still there or not.
    @Transactional
    public List<Position> named(WorkspaceId workspace) {
        return List.copyOf(said(workspace).values());
    }

    /// Everybody who may decide proposals. Empty means that nobody was named yet.
    @Transactional
    public List<MemberId> deciders(WorkspaceId workspace) {
        return known(workspace).stream()
                .filter(one -> one.role().decides())
                .map(Position::member)
                .toList();
    }

    /// Whether the person may say what stands in the company's knowledge: who was made a keeper, and administrators.
    @Transactional
    public boolean keepsKnowledge(WorkspaceId workspace, MemberId member) {
        return positionOf(workspace, member).isKeeper() || isAdmin(workspace, member);
    }

    /// Everybody who was made a keeper of the knowledge, by member id.
    @Transactional
    public List<MemberId> keepers(WorkspaceId workspace) {
        return all(workspace).stream()
                .filter(Position::isKeeper)
                .map(Position::member)
                .toList();
    }

    /// Whether the person may edit roles and the authority matrix. Until somebody was made an administrator, whoever
    /// the settings name as supervisor or manager is one.
    @Transactional
    public boolean isAdmin(WorkspaceId workspace, MemberId member) {
        return hasAdmin(workspace)
                ? positionOf(workspace, member).isAdmin()
                : mayWork(workspace, member) && fromSettings(member).role().decides();
    }

    /// Whether somebody was made an administrator who is still there.
    @Transactional
    public boolean hasAdmin(WorkspaceId workspace) {
        var gone = standings.notMembers(workspace);
        return said(workspace).values().stream().anyMatch(one -> one.isAdmin() && !gone.contains(one.member()));
    }

    /// Says what a person is from now on, in the caller's transaction; gives back what they were.
    public Position name(WorkspaceId workspace, Position position, MemberId by, Instant at) {
        named.lock(workspace);
        var before = said(workspace, position.member());
        named.of(workspace, position.member())
                .orElseGet(() -> row(workspace, position.member(), Instant.EPOCH))
                .name(position, by, at);
        named.flush();
        return before;
    }

    /// Writes down what the settings say about the person, so that the database can hold a decision against it.
    public void takeOver(WorkspaceId workspace, MemberId member, Instant at) {
        if (!isTakenOver(workspace, named.of(workspace, member), member)) {
            takeOver(workspace, List.of(member), at);
        }
    }

    /// The same about everybody who may decide.
    public void takeOverDeciders(WorkspaceId workspace, Instant at) {
        var rows = named.in(workspace).stream()
                .collect(Collectors.toMap(one -> one.position().member(), one -> one));
        var missing = deciders(workspace).stream()
                .filter(member -> !isTakenOver(workspace, Optional.ofNullable(rows.get(member)), member))
                .toList();
        if (!missing.isEmpty()) {
            takeOver(workspace, missing, at);
        }
    }

    private void takeOver(WorkspaceId workspace, List<MemberId> members, Instant at) {
        named.lock(workspace);
        members.forEach(member -> named.of(workspace, member)
                .ifPresentOrElse(row -> row.takeOver(unsaid(workspace, member), at), () -> row(workspace, member, at)));
        named.flush();
    }

    private boolean isTakenOver(WorkspaceId workspace, Optional<MemberRole> row, MemberId member) {
        return row.filter(one -> !one.isOfSettings() || one.position().equals(unsaid(workspace, member)))
                .isPresent();
    }

    private MemberRole row(WorkspaceId workspace, MemberId member, Instant at) {
        var row = MemberRole.of(workspace, member);
        row.takeOver(unsaid(workspace, member), at);
        named.persist(row);
        return row;
    }

    private List<Position> known(WorkspaceId workspace) {
        var gone = standings.notMembers(workspace);
        return said(workspace).values().stream()
                .filter(one -> !gone.contains(one.member()))
                .toList();
    }

    private Map<MemberId, Position> said(WorkspaceId workspace) {
        var known = new LinkedHashMap<MemberId, Position>();
        ids(config.supervisors()).forEach(id -> known.put(id, fromSettings(id)));
        ids(config.managers()).forEach(id -> known.put(id, fromSettings(id)));
        groups.in(workspace)
                .forEach(group -> groups.membersOf(workspace, group.group())
                        .forEach(member -> known.merge(
                                member, most(fromSettings(member), group.positionOf(member)), Roles::most)));
        named.in(workspace).stream()
                .filter(one -> !one.isOfSettings())
                .map(MemberRole::position)
                .forEach(one -> known.put(one.member(), one));
        return known;
    }

    private static Position nobody(MemberId member) {
        return new Position(member, Role.AGENT, "", false, false);
    }

    private Position fromSettings(MemberId member) {
        var isManager = ids(config.managers()).contains(member);
        var isSupervisor = ids(config.supervisors()).contains(member);
        return new Position(
                member, isManager ? Role.MANAGER : isSupervisor ? Role.SUPERVISOR : Role.AGENT, "", false, false);
    }

    private static List<MemberId> ids(Optional<List<String>> named) {
        return named.orElse(List.of()).stream().map(MemberId::new).toList();
    }
}
