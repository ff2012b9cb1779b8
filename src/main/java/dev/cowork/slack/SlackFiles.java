package dev.cowork.slack;

import static dev.cowork.slack.ThreadPages.field;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;

/// Reads text files that people sent us in a form.
@ApplicationScoped
public class SlackFiles {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SlackCalls calls;
    private final Slack slack;
    private final SlackConfig config;
    private final Tokens tokens;

    SlackFiles(SlackCalls calls, Slack slack, SlackConfig config, Tokens tokens) {
        this.calls = calls;
        this.slack = slack;
        this.config = config;
        this.tokens = tokens;
    }

    public sealed interface Found {
        record Text(String name, String text) implements Found {
            @Override
            public String toString() {
                return "Text[" + name + "]";
            }
        }

        /// @param why a sentence for the person
        record Refused(String name, String why) implements Found {}
    }

    /// The whole text of a file.
    ///
    /// @param most how many bytes it may have
    /// @throws TryLaterException where Slack asks for a wait or cannot be reached
    @Transactional(Transactional.TxType.NEVER)
    public Found read(WorkspaceId workspace, String file, int most) {
        return switch (calls.call(workspace, "files.info", Map.of("file", file))) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.file != null -> fetched(workspace, answer.file, most);
            case SlackCalls.Outcome.Ok _ -> new Found.Refused(file, "Slack does not know the file.");
            case SlackCalls.Outcome.No(String error) -> new Found.Refused(file, refusal(error));
            case SlackCalls.Outcome.Limited(Duration pause) -> throw later(pause, "ratelimited");
            case SlackCalls.Outcome.NotReached away -> throw later(PAUSE, away.why());
            case SlackCalls.Outcome.Unclear unclear -> throw later(PAUSE, unclear.why());
        };
    }

    private static String refusal(String error) {
        return switch (error) {
            case "missing_scope" ->
                "I may not read files here: the app needs the scope files:read, and to be installed again.";
            case "file_not_found", "file_deleted" -> "Slack does not have the file any more.";
            default -> "Slack does not let me read it (" + error + ").";
        };
    }

    private Found fetched(WorkspaceId workspace, JsonObject file, int most) {
        var name = Clean.text(field(file, "name"));
        var address = field(file, "url_private_download").isEmpty()
                ? field(file, "url_private")
                : field(file, "url_private_download");
        if (!isSlacks(address)) {
            return new Found.Refused(name, "It does not lie in Slack.");
        }
        CrashPoint.SLACK_ASKED.pass("files");
        try (var response = slack.getHttpClient()
                .get(address, Map.of(), tokens.of(workspace).orElse(""))) {
            return text(name, response, most);
        } catch (IOException e) {
            throw later(PAUSE, e.getClass().getSimpleName());
        } finally {
            CrashPoint.SLACK_ANSWERED.pass("files");
        }
    }

    private static Found text(String name, Response response, int most) throws IOException {
        if (response.code() == 429 || response.code() >= 500) {
            throw later(PAUSE, "http " + response.code());
        }
        // Without the scope Slack sends the browser's page to sign in instead.
        if (response.code() != 200 || response.body() == null) {
            return new Found.Refused(name, refusal("missing_scope"));
        }
        var bytes = response.body().byteStream().readNBytes(most + 1);
        if (bytes.length > most) {
            return new Found.Refused(name, "It is too large.");
        }
        try {
            return new Found.Text(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            return new Found.Refused(name, "It is no text in UTF-8.");
        }
    }

    /// The token goes to Slack alone.
    private boolean isSlacks(String address) {
        try {
            var uri = URI.create(address);
            var api = URI.create(config.apiUrl());
            var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            var isHere = scheme.equals(api.getScheme()) && host.equals(api.getHost()) && uri.getPort() == api.getPort();
            return isHere || scheme.equals("https") && host.endsWith(".slack.com");
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static TryLaterException later(Duration pause, String why) {
        return new TryLaterException(pause, new IllegalStateException("files: " + why));
    }
}
