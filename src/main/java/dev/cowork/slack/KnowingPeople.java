package dev.cowork.slack;

import com.google.gson.JsonObject;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Standing;
import dev.cowork.workspace.Standings;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Knows what somebody is in Slack: a member, a guest, a bot, deactivated. Whoever is not known yet is asked about; of
/// whom something is known it is asked again beside the work. Where Slack does not tell, they count as members: who may
/// decide was named by somebody.
@ApplicationScoped
class KnowingPeople implements Standings.Asking {
    private static final Pattern ID = Pattern.compile("[UW][A-Z0-9]{1,30}");
    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SlackCalls calls;
    private final Standings standings;
    private final InstantSource clock;

    KnowingPeople(SlackCalls calls, Standings standings, InstantSource clock) {
        this.calls = calls;
        this.standings = standings;
        this.clock = clock;
    }

    /// As far as is known, while Slack waits for us: it is never waited for itself.
    @Transactional(Transactional.TxType.NEVER)
    Standing known(WorkspaceId workspace, MemberId member) {
        return standing(workspace, member, _ -> Standing.MEMBER);
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public Standing of(WorkspaceId workspace, MemberId member) {
        return standing(workspace, member, KnowingPeople::waitedFor);
    }

    private Standing standing(
            WorkspaceId workspace, MemberId member, Function<CompletableFuture<Standing>, Standing> unknown) {
        if (!ID.matcher(member.value()).matches()) {
            return Standing.MEMBER;
        }
        try {
            var seen = standings.atOnce(workspace, member);
            var isFresh =
                    seen.isPresent() && seen.get().at().isAfter(clock.instant().minus(FRESH));
            if (isFresh) {
                return seen.get().standing();
            }
            var asked = askBeside(workspace, member);
            return seen.map(Standings.Seen::standing).orElseGet(() -> unknown.apply(asked));
        } catch (RuntimeException e) {
            // What cannot be looked up cannot be stored either: that is answered where it is stored.
            Log.debugf("what %s is cannot be looked up: %s", member, e.getMessage());
            return Standing.MEMBER;
        }
    }

    private CompletableFuture<Standing> askBeside(WorkspaceId workspace, MemberId member) {
        return CompletableFuture.supplyAsync(
                () -> ask(workspace, member), work -> Thread.startVirtualThread(Within.carried(work)));
    }

    private static Standing waitedFor(CompletableFuture<Standing> asked) {
        return asked.completeOnTimeout(Standing.MEMBER, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> Standing.MEMBER)
                .join();
    }

    /// Asks Slack and keeps what it says.
    Standing ask(WorkspaceId workspace, MemberId member) {
        return switch (calls.call(workspace, "users.info", Map.of("user", member.value()))) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.user != null && answer.user.isJsonObject() ->
                keep(workspace, member, standing(answer.user.getAsJsonObject()));
            // Without the scope, or in a Slack that knows no such method, nobody is asked about again for a while.
            case SlackCalls.Outcome.No(String error) -> {
                Log.debugf("Slack says nothing of %s: %s", member, error);
                yield keep(workspace, member, last(workspace, member));
            }
            case SlackCalls.Outcome _ -> last(workspace, member);
        };
    }

    private Standing last(WorkspaceId workspace, MemberId member) {
        return standings.last(workspace, member);
    }

    private Standing keep(WorkspaceId workspace, MemberId member, Standing standing) {
        standings.saw(workspace, member, standing, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return standing;
    }

    private static Standing standing(JsonObject user) {
        if (is(user, "deleted")) {
            return Standing.DEACTIVATED;
        }
        if (is(user, "is_bot") || is(user, "is_workflow_bot")) {
            return Standing.BOT;
        }
        return is(user, "is_restricted") || is(user, "is_ultra_restricted") || is(user, "is_stranger")
                ? Standing.GUEST
                : Standing.MEMBER;
    }

    private static boolean is(JsonObject user, String what) {
        return user.has(what)
                && user.get(what).isJsonPrimitive()
                && user.get(what).getAsBoolean();
    }
}
