package dev.cowork.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The group_role table, and who is in each group.
@ApplicationScoped
class GroupRoles implements PanacheRepositoryBase<GroupRole, GroupRole.Id> {
    Optional<GroupRole> of(WorkspaceId workspace, String group) {
        return findByIdOptional(new GroupRole.Id(workspace.value(), group));
    }

    List<GroupRole> in(WorkspaceId workspace) {
        return list("id.workspace = ?1 order by id.usergroup", workspace.value());
    }

    /// The roles of the groups that somebody is in.
    @SuppressWarnings("unchecked")
    List<GroupRole> ofMember(WorkspaceId workspace, MemberId member) {
        return getEntityManager()
                .createNativeQuery("""
                        select g.workspace, g.usergroup, g.role, g.is_admin, g.is_keeper, g.named_by, g.named_at, g.seen_at
                        from group_role g join group_member m
                            on m.workspace = g.workspace and m.usergroup = g.usergroup
                        where g.workspace = ?1 and m.member = ?2""", GroupRole.class)
                .setParameter(1, workspace.value())
                .setParameter(2, member.value())
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    Set<MemberId> membersOf(WorkspaceId workspace, String group) {
        List<String> found = getEntityManager()
                .createNativeQuery(
                        "select member from group_member where workspace = ?1 and usergroup = ?2 order by 1",
                        String.class)
                .setParameter(1, workspace.value())
                .setParameter(2, group)
                .getResultList();
        var members = new TreeSet<MemberId>(Comparator.comparing(MemberId::value));
        found.forEach(id -> members.add(new MemberId(id)));
        return members;
    }

    void saw(GroupRole group, WorkspaceId workspace, Set<MemberId> members, Instant at) {
        getEntityManager()
                .createNativeQuery("delete from group_member where workspace = ?1 and usergroup = ?2")
                .setParameter(1, workspace.value())
                .setParameter(2, group.group())
                .executeUpdate();
        members.forEach(member -> getEntityManager()
                .createNativeQuery("insert into group_member (workspace, usergroup, member) values (?1, ?2, ?3)")
                .setParameter(1, workspace.value())
                .setParameter(2, group.group())
                .setParameter(3, member.value())
                .executeUpdate());
        group.seen(at);
    }

    /// Those whom Slack was not asked about since then, by workspace.
    List<Map.Entry<WorkspaceId, String>> unseenSince(Instant before) {
        return list("seenAt is null or seenAt < ?1", before).stream()
                .map(it -> Map.entry(it.workspace(), it.group()))
                .toList();
    }
}
