package dev.cowork.impact.dashboard;

import dev.cowork.impact.signin.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page. Strangers are asked to sign in; nothing is read for them.
@Path("/dashboard")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DashboardResource {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance dashboard(Page page);
    }

    /// @param period in words
    /// @param presets times that are often asked for
    /// @param query of this view, for those it is shared with
    record Page(
            Viewer viewer,
            String from,
            String to,
            String period,
            String team,
            List<String> teams,
            List<Preset> presets,
            Dashboard.View view,
            int smallest,
            String query) {
        public boolean isChosen(String other) {
            return team.equals(other);
        }
    }

    /// @param isChosen whether it is what is shown
    record Preset(String name, String query, boolean isChosen) {}

    private final Dashboard dashboard;
    private final Door door;
    private final Groups groups;
    private final InstantSource clock;

    DashboardResource(Dashboard dashboard, Door door, Groups groups, InstantSource clock) {
        this.dashboard = dashboard;
        this.door = door;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    public Response page(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @Context HttpServerRequest request) {
        return door.forViewer(request, viewer -> {
            var months = Months.of(from, to, clock.instant());
            var teams = dashboard.teams(viewer);
            var chosen = team != null && teams.contains(team) ? team : "";
            return Response.ok(Templates.dashboard(new Page(
                            viewer,
                            months.first().toString(),
                            months.last().toString(),
                            months.shown(),
                            chosen,
                            teams,
                            presets(months, chosen),
                            dashboard.view(viewer, months, chosen),
                            groups.smallest(),
                            query(months, chosen))))
                    .build();
        });
    }

    private List<Preset> presets(Months shown, String team) {
        return Stream.of(1, 3, 12)
                .map(many -> {
                    var months = Months.last(many, clock.instant());
                    var name = many == 1 ? "This month" : many + " months";
                    return new Preset(name, query(months, team), months.equals(shown));
                })
                .toList();
    }

    private static String query(Months months, String team) {
        return "from=" + months.first() + "&to=" + months.last()
                + (team.isEmpty() ? "" : "&team=" + URLEncoder.encode(team, StandardCharsets.UTF_8));
    }

    @GET
    @Path("/{table: [a-z-]+}.csv")
    @Produces("text/csv; charset=utf-8")
    public Response csv(
            @PathParam("table") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("team") @Nullable String team,
            @Context HttpServerRequest request) {
        return door.forViewer(request, viewer -> {
            var months = Months.of(from, to, clock.instant());
            var chosen = team != null && dashboard.teams(viewer).contains(team) ? team : "";
            return dashboard.view(viewer, months, chosen).tables().stream()
                    .filter(table -> table.id().equals(id))
                    .findFirst()
                    .map(table -> Response.ok(Csv.of(table), "text/csv; charset=utf-8")
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename=\"" + id + "-" + months.first() + "-" + months.last()
                                            + ".csv\""))
                    .orElseGet(() ->
                            Response.status(404).type(MediaType.TEXT_PLAIN_TYPE).entity("There is no such table."))
                    .build();
        });
    }
}
