package dev.cowork.home;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Puts a person's Home up.
@ApplicationScoped
class ShowingHome {
    private final Deeds deeds;
    private final HomeVisits visits;
    private final Posting posting;
    private final Settings settings;
    private final InstantSource clock;

    ShowingHome(Deeds deeds, HomeVisits visits, Posting posting, Settings settings, InstantSource clock) {
        this.deeds = deeds;
        this.visits = visits;
        this.posting = posting;
        this.settings = settings;
        this.clock = clock;
    }

    /// Somebody came.
    @Transactional
    void open(WorkspaceId workspace, MemberId member, String gesture) {
        var now = clock.instant();
        visits.locked(workspace, member)
                .ifPresentOrElse(
                        visit -> visit.again(now),
                        () -> visits.persist(HomeVisit.of(HomeVisit.Visitor.of(workspace, member), now)));
        show(workspace, member, Key.of("home", member, gesture));
    }

    /// Joins the caller's transaction.
    void anew(WorkspaceId workspace, HomeVisit visit) {
        visit.shown(clock.instant().truncatedTo(ChronoUnit.MICROS));
        show(workspace, visit.member(), Key.of("home", visit.member(), "edition", visit.edition()));
    }

    private void show(WorkspaceId workspace, MemberId member, Key key) {
        var name = settings.botName(workspace).orElse(HomePage.NAME);
        var page = new HomePage(workspace, deeds.of(workspace, member), settings.command(workspace), name);
        posting.home(workspace, member, key, page.view());
    }
}
