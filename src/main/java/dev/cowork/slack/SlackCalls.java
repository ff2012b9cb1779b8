package dev.cowork.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import dev.cowork.workspace.trace.Trace;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.FormBody;

/// One call to Slack's Web API, by method name and form fields, with every way it can end told apart.
@ApplicationScoped
class SlackCalls {
    /// Ours, not Slack's: we have no token for the workspace.
    private static final String NOT_INSTALLED = "not_installed";

    private static final Set<String> LOCKED_OUT = Set.of(
            "account_inactive",
            "invalid_auth",
            "not_authed",
            NOT_INSTALLED,
            "org_login_required",
            "team_access_not_granted",
            "token_expired",
            "token_revoked");

    private final Slack slack;
    private final Tokens tokens;
    private final Guise guise;

    SlackCalls(Slack slack, Tokens tokens, Guise guise) {
        this.guise = guise;
        this.slack = slack;
        this.tokens = tokens;
    }

    /// How a call ended.
    sealed interface Outcome {
        record Ok(RawAnswer answer) implements Outcome {}

        /// Slack said no, by its error code; nothing was done.
        record No(String error) implements Outcome {
            /// Whether it says so to everything of ours: the app was taken away, or its token was.
            boolean isLockedOut() {
                return LOCKED_OUT.contains(error);
            }
        }

        /// Too many calls; nothing was done.
        record Limited(Duration pause) implements Outcome {}

        /// The request never left; nothing was done.
        record NotReached(String why) implements Outcome {}

        /// Nobody knows whether it was done.
        record Unclear(String why) implements Outcome {}

        /// Slack's error code, or what else went wrong.
        default String why() {
            return switch (this) {
                case Ok _ -> "ok";
                case No no -> no.error();
                case Limited _ -> "ratelimited";
                case NotReached away -> away.why();
                case Unclear unclear -> unclear.why();
            };
        }
    }

    /// Calls with the token of the workspace, as who it has the bot be.
    @Transactional(Transactional.TxType.NEVER)
    Outcome call(WorkspaceId workspace, String method, Map<String, String> fields) {
        return tokens.of(workspace)
                .map(token -> callWith(token, method, guise.on(workspace, method, fields)))
                .orElseGet(() -> new Outcome.No(NOT_INSTALLED));
    }

    /// Calls with a token of which the workspace need not be known.
    @Transactional(Transactional.TxType.NEVER)
    Outcome callWith(String token, String method, Map<String, String> fields) {
        var begun = Timer.start();
        var outcome = Trace.of("slack " + method, Map.of(), () -> ask(token, method, fields));
        begun.stop(Metrics.timer("cowork.slack.calls", "method", method, "outcome", nameOf(outcome)));
        return outcome;
    }

    /// Slack's own codes would be too many different ones.
    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ok _ -> "ok";
            case Outcome.No _ -> "refused";
            case Outcome.Limited _ -> "limited";
            case Outcome.NotReached _ -> "not reached";
            case Outcome.Unclear _ -> "unclear";
        };
    }

    private Outcome ask(String token, String method, Map<String, String> fields) {
        CrashPoint.SLACK_ASKED.pass(method);
        try {
            var answer = slack.methods(token, "")
                    .postFormWithTokenAndParseResponse(form -> filled(form, fields), method, token, RawAnswer.class);
            return answer.isOk() ? new Outcome.Ok(answer) : refused(method, answer);
        } catch (SlackApiException e) {
            return failed(e);
        } catch (ConnectException | UnknownHostException | SSLHandshakeException e) {
            return new Outcome.NotReached(e.getClass().getSimpleName());
        } catch (IOException | RuntimeException e) {
            Log.debugf(e, "%s ended unclear", method);
            return new Outcome.Unclear(e.getClass().getSimpleName());
        } finally {
            CrashPoint.SLACK_ANSWERED.pass(method);
        }
    }

    private static FormBody.Builder filled(FormBody.Builder form, Map<String, String> fields) {
        fields.forEach(form::add);
        return form;
    }

    private static Outcome refused(String method, RawAnswer answer) {
        var error = answer.getError() == null ? "no_error_given" : answer.getError();
        return switch (error) {
            // "It's possible some aspect of the operation succeeded before the error was raised."
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
                new Outcome.Unclear(error);
            case "ratelimited", "rate_limited" -> new Outcome.Limited(Duration.ofSeconds(1));
            default -> {
                Log.debugf("%s: %s %s", method, error, answer.responseMetadata);
                yield new Outcome.No(error);
            }
        };
    }

    private static Outcome failed(SlackApiException e) {
        var code = e.getResponse().code();
        if (code == 429) {
            var seconds = e.getResponse().header("Retry-After", "1");
            return new Outcome.Limited(Duration.ofSeconds(seconds.matches("\\d{1,5}") ? Long.parseLong(seconds) : 1));
        }
        return code >= 500 ? new Outcome.Unclear("http " + code) : new Outcome.No("http " + code);
    }
}
