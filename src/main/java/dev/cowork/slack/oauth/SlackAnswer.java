package dev.cowork.slack.oauth;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Installing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;

/// Exchanges the code that Slack sent back for a token.
@ApplicationScoped
class SlackAnswer {
    private static final String METHOD = "oauth.v2.access";

    private final Slack slack;
    private final OAuthConfig config;

    SlackAnswer(Slack slack, OAuthConfig config) {
        this.slack = slack;
        this.config = config;
    }

    sealed interface Exchange {
        record Granted(Installing.Granted install, String app) implements Exchange {}

        /// Slack granted it for a whole organisation, which is not served.
        record WholeOrganisation() implements Exchange {}

        /// Slack said no, by its error code.
        record Refused(String error) implements Exchange {}

        /// Slack could not be reached.
        record Away() implements Exchange {}
    }

    @Transactional(Transactional.TxType.NEVER)
    Exchange exchange(String code) {
        CrashPoint.SLACK_ASKED.pass(METHOD);
        try {
            var answer = slack.methods()
                    .oauthV2Access(asking -> asking.clientId(config.clientId().orElse(""))
                            .clientSecret(config.clientSecret().orElse(""))
                            .code(code));
            return answer.isOk() ? granted(answer) : new Exchange.Refused(said(answer.getError()));
        } catch (SlackApiException e) {
            return e.getResponse().code() >= 500 || e.getResponse().code() == 429
                    ? new Exchange.Away()
                    : new Exchange.Refused("http " + e.getResponse().code());
        } catch (IOException e) {
            return new Exchange.Away();
        } finally {
            CrashPoint.SLACK_ANSWERED.pass(METHOD);
        }
    }

    private static Exchange granted(OAuthV2AccessResponse answer) {
        if (answer.isEnterpriseInstall() || answer.getTeam() == null) {
            return new Exchange.WholeOrganisation();
        }
        if (answer.getAccessToken() == null || answer.getAuthedUser() == null) {
            return new Exchange.Refused("no_bot_token");
        }
        return new Exchange.Granted(
                new Installing.Granted(
                        new WorkspaceId(answer.getTeam().getId()),
                        said(answer.getTeam().getName()),
                        said(answer.getBotUserId()),
                        answer.getAccessToken(),
                        said(answer.getScope()),
                        new MemberId(answer.getAuthedUser().getId())),
                said(answer.getAppId()));
    }

    private static String said(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }
}
