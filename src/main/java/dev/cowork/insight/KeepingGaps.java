package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives a gap to whoever keeps the knowledge, and closes it with the article that answers it.
@ApplicationScoped
class KeepingGaps {
    private final Gaps gaps;
    private final GapSightings sightings;
    private final DebriefDesk desk;
    private final Posting posting;
    private final Roles roles;
    private final Event<GapClosed> closed;
    private final Event<GapsChanged> changed;
    private final InstantSource clock;

    KeepingGaps(
            Gaps gaps,
            GapSightings sightings,
            DebriefDesk desk,
            Posting posting,
            Roles roles,
            Event<GapClosed> closed,
            Event<GapsChanged> changed,
            InstantSource clock) {
        this.gaps = gaps;
        this.sightings = sightings;
        this.desk = desk;
        this.posting = posting;
        this.roles = roles;
        this.closed = closed;
        this.changed = changed;
        this.clock = clock;
    }

    /// The gap, where the person may do something with it: its keeper, who decides, and who keeps the knowledge.
    @Transactional
    Optional<Gap> openFor(WorkspaceId workspace, MemberId member, String id) {
        return gaps.findByIdOptional(Gap.GapKey.of(workspace, id))
                .filter(Gap::isOpen)
                .filter(gap -> mayAssign(workspace, member)
                        || gap.keeper().filter(member::equals).isPresent());
    }

    @Transactional
    boolean mayAssign(WorkspaceId workspace, MemberId member) {
        return roles.of(workspace, member).decides() || roles.keepsKnowledge(workspace, member);
    }

    @Transactional
    List<Gaps.Counted> open(WorkspaceId workspace, int most) {
        return gaps.open(workspace, most);
    }

    /// What the person is to answer.
    @Transactional
    List<Gaps.Counted> openWith(WorkspaceId workspace, MemberId keeper) {
        return gaps.open(workspace, 200).stream()
                .filter(counted -> counted.gap().keeper().filter(keeper::equals).isPresent())
                .toList();
    }

    @Transactional
    void assign(WorkspaceId workspace, MemberId by, String id, MemberId to) {
        openFor(workspace, by, id)
                .flatMap(gap -> gaps.locked(gap.key()))
                .filter(gap -> gap.keeper().filter(to::equals).isEmpty())
                .ifPresent(gap -> {
                    give(gap, to, Optional.of(by));
                    changed.fire(new GapsChanged(workspace, Set.of(by, to)));
                });
    }

    /// Gives a new gap to the keeper of the knowledge who has the fewest open; to nobody where there is none. Joins
    /// the caller's transaction.
    void giveToAKeeper(Gap gap) {
        var workspace = gap.key().in();
        var busy = gaps.openByKeeper(workspace);
        roles.keepers(workspace).stream()
                .min(Comparator.comparing(keeper -> busy.getOrDefault(keeper, 0L)))
                .ifPresent(keeper -> {
                    give(gap, keeper, Optional.empty());
                    changed.fire(new GapsChanged(workspace, Set.of(keeper)));
                });
    }

    private void give(Gap gap, MemberId to, Optional<MemberId> by) {
        gap.assign(to);
        posting.say(
                gap.key().in(),
                to.value(),
                Key.of("gap", gap.key().id(), "assigned", to, clock.millis()),
                GapCard.assigned(gap, by));
    }

    /// As if nobody had noted it: it goes from the debriefs as well, and whoever found it is told.
    @Transactional
    void drop(WorkspaceId workspace, MemberId by, String id) {
        openFor(workspace, by, id).flatMap(gap -> gaps.locked(gap.key())).ifPresent(gap -> {
            var finders = sightings.findersOf(gap);
            var sessions = sightings.sessionsOf(gap);
            gaps.drop(gap);
            sessions.forEach(desk::showAgain);
            finders.stream()
                    .filter(finder -> !finder.equals(by))
                    .forEach(finder -> posting.say(
                            workspace,
                            finder.value(),
                            Key.of("gap", gap.key().id(), "dropped", finder),
                            GapCard.dropped(gap, by)));
            var concerned = new HashSet<>(finders);
            concerned.add(by);
            gap.keeper().ifPresent(concerned::add);
            changed.fire(new GapsChanged(workspace, concerned));
        });
    }

    @Transactional
    void close(WorkspaceId workspace, MemberId by, String id, String article, String link) {
        openFor(workspace, by, id).flatMap(gap -> gaps.locked(gap.key())).ifPresent(gap -> {
            var at = clock.instant();
            gap.close(article, link, by, at);
            var finders = sightings.findersOf(gap);
            finders.forEach(finder -> posting.say(
                    workspace,
                    finder.value(),
                    Key.of("gap", gap.key().id(), "closed", finder),
                    GapCard.answered(gap, false)));
            closed.fire(
                    new GapClosed(workspace, gap.key().id(), gap.isPolicy(), finders.size(), by, gap.notedAt(), at));
            var concerned = new HashSet<>(finders);
            concerned.add(by);
            gap.keeper().ifPresent(concerned::add);
            changed.fire(new GapsChanged(workspace, concerned));
        });
    }
}
