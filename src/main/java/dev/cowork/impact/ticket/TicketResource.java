package dev.cowork.impact.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a help desk says what became of its tickets. Nothing is read before its signature is right.
@Path("/api/tickets")
@Produces(MediaType.APPLICATION_JSON)
class TicketResource {
    /// Intercom sends again for some hours.
    private static final Duration INTERCOMS_PATIENCE = Duration.ofHours(24);

    private final TicketConfig config;
    private final ImportingTickets importing;
    private final Whose whose;
    private final ObjectReader json;
    private final InstantSource clock;

    TicketResource(
            TicketConfig config, ImportingTickets importing, Whose whose, ObjectMapper json, InstantSource clock) {
        this.config = config;
        this.importing = importing;
        this.whose = whose;
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response receive(byte[] body, @QueryParam("source") @Nullable String source, @Context HttpHeaders headers) {
        try {
            return switch (source) {
                case "zendesk" -> zendesk(body, headers);
                case "intercom" -> intercom(body, headers);
                case null, default -> ours(body, headers);
            };
        } catch (IOException notJson) {
            return said(400, "not_json", "The body is no JSON.");
        } catch (RuntimeException e) {
            Log.error("tickets could not be stored", e);
            return said(503, "unavailable", "This cannot be stored just now. Please send it again.");
        }
    }

    private Response ours(byte[] body, HttpHeaders headers) throws IOException {
        if (config.secret().isEmpty()) {
            return said(403, "not_configured", "Set COWORK_TICKETS_SECRET to take in tickets here.");
        }
        var named = header(headers, "X-Cowork-Workspace");
        var signature = new TicketSignature(
                Stream.concat(config.secret().stream(), config.previousSecret().stream())
                        .toList(),
                config.window());
        if (!signature.isOurs(
                body,
                header(headers, "X-Cowork-Timestamp"),
                named,
                header(headers, "X-Cowork-Signature"),
                clock.instant())) {
            return unsigned();
        }
        var batch = Batch.of(parsed(body));
        if (batch.isEmpty()) {
            return said(
                    400,
                    "not_a_batch",
                    "Send {\"source\": \"my-help-desk\", \"tickets\": [...]}; the source is a word of small letters.");
        }
        if (batch.get().isTooLarge()) {
            return said(413, "too_many", "At most " + ImportingTickets.MOST + " tickets fit into one batch.");
        }
        return take(named, batch.get().source(), batch.get().rows());
    }

    private Response zendesk(byte[] body, HttpHeaders headers) throws IOException {
        if (config.zendeskSecret().isEmpty()) {
            return said(403, "not_configured", "Set COWORK_ZENDESK_SECRET to the signing secret of the webhook.");
        }
        var isSigned = new TicketSignature(config.zendeskSecret().stream().toList(), config.window())
                .isZendesks(
                        body,
                        header(headers, "X-Zendesk-Webhook-Signature-Timestamp"),
                        header(headers, "X-Zendesk-Webhook-Signature"),
                        clock.instant());
        return isSigned ? takeOne("zendesk", ZendeskTicket.row(parsed(body))) : unsigned();
    }

    private Response intercom(byte[] body, HttpHeaders headers) throws IOException {
        if (config.intercomSecret().isEmpty()) {
            return said(403, "not_configured", "Set COWORK_INTERCOM_SECRET to the client secret of the app.");
        }
        if (!new TicketSignature(config.intercomSecret().stream().toList(), config.window())
                .isIntercoms(body, header(headers, "X-Hub-Signature"))) {
            return unsigned();
        }
        var notification = parsed(body);
        var isLate = IntercomTicket.sentAt(notification)
                .filter(at -> Duration.between(at, clock.instant()).abs().compareTo(INTERCOMS_PATIENCE) > 0)
                .isPresent();
        return isLate ? unsigned() : takeOne("intercom", IntercomTicket.row(notification));
    }

    private Response takeOne(String source, Optional<? extends JsonNode> row) {
        return take("", source, row.stream().map(JsonNode.class::cast).toList());
    }

    private Response take(String named, String source, List<JsonNode> rows) {
        return Within.everyWorkspace(() -> whose.workspace(named))
                .map(workspace -> taken(workspace, source, rows))
                .orElseGet(() -> said(
                        409,
                        "whose",
                        "Name the workspace in X-Cowork-Workspace or COWORK_TICKETS_WORKSPACE: none or several"
                                + " are served."));
    }

    private Response taken(WorkspaceId workspace, String source, List<JsonNode> rows) {
        return Response.ok(Within.workspace(workspace, () -> importing.take(workspace, source, rows)))
                .build();
    }

    private JsonNode parsed(byte[] body) throws IOException {
        var read = json.readTree(body);
        if (read == null || read.isMissingNode()) {
            throw new EmptyBodyException();
        }
        return read;
    }

    private static final class EmptyBodyException extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        EmptyBodyException() {
            super("nothing was sent");
        }
    }

    private static String header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).orElse("");
    }

    private static Response unsigned() {
        return said(401, "not_signed", "The signature is missing, wrong or too old.");
    }

    private static Response said(int status, String error, String words) {
        return Response.status(status)
                .entity(Map.of("error", error, "message", words))
                .build();
    }
}
