package dev.cowork.partner;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.trace.Trace;
import dev.cowork.workspace.wall.Within;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The line to Claude: one request at a time, heard to its end, repeated while nobody has seen anything of it.
final class Claude implements AutoCloseable {
    private static final WorkspaceId NOBODY = new WorkspaceId("*");

    private final AnthropicClient client;
    private final SharedLimit limit;
    private final Pause pause;
    private final Meter meter;

    Claude(PartnerConfig config, String key, SharedLimit limit, Meter meter, Pause pause) {
        this.limit = limit;
        this.meter = meter;
        this.pause = pause;
        this.client = AnthropicOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(config.baseUrl().replaceFirst("/+$", ""))
                // When to try again is ours to say: see Patience.
                .maxRetries(0)
                // Bodies hold what customers wrote.
                .logLevel(LogLevel.OFF)
                .timeout(Timeout.builder()
                        .connect(config.connectTimeout())
                        .read(config.idleTimeout())
                        .request(config.totalTimeout())
                        .build())
                .build();
    }

    /// @param session for the log
    /// @throws PartnerUnavailableException where no whole message arrived
    Heard ask(MaskedRequest request, Telling telling, String session) {
        var patience = new Patience(pause);
        while (true) {
            var heard = new Heard(telling, request.masking());
            try {
                checkLimit();
                return Trace.of("claude", Map.of("cowork.session", session), () -> askOnce(request, heard, session));
            } catch (PartnerUnavailableException fault) {
                Metrics.counter(
                                "cowork.claude.faults",
                                "kind",
                                fault.kind().name().toLowerCase(Locale.ROOT))
                        .increment();
                Log.warnf("Claude gave no answer in session %s: %s, %s", session, fault.kind(), why(fault));
                if (heard.hasSpoken() && fault.kind() != Cause.REFUSED) {
                    throw new PartnerUnavailableException(Cause.CUT, fault.retryAfter(), fault);
                }
                patience.waitAfter(fault);
            }
        }
    }

    /// What Claude told another process counts here too, and is worth no request.
    private void checkLimit() {
        var blocked = limit.blockedFor();
        if (blocked.isPresent()) {
            throw new PartnerUnavailableException(Cause.BUSY, blocked, null);
        }
    }

    private PartnerUnavailableException told(PartnerUnavailableException fault) {
        if (fault.kind() == Cause.BUSY || fault.kind() == Cause.OVERLOADED) {
            fault.retryAfter().ifPresent(limit::block);
        }
        return fault;
    }

    private Heard askOnce(MaskedRequest request, Heard heard, String session) {
        var hasBegun = false;
        CrashPoint.CLAUDE_ASKED.pass();
        OpenStreams.opened();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(request.params())) {
            for (var events = stream.iterator(); events.hasNext(); ) {
                var event = events.next();
                hasBegun = true;
                CrashPoint.CLAUDE_SPEAKING.pass();
                event._json().ifPresent(json -> heard.hear(TurnRecord.JSON.valueToTree(json.convert(JsonNode.class))));
            }
        } catch (AnthropicException fault) {
            throw told(Faults.of(fault, hasBegun));
        } finally {
            OpenStreams.closed();
            count(request, heard, session);
        }
        CrashPoint.CLAUDE_ANSWERED.pass();
        return whole(heard);
    }

    /// Also what was cut or stopped has cost something.
    private void count(MaskedRequest request, Heard heard, String session) {
        var used = heard.used();
        if (used.fresh() + used.written() + used.cached() + used.output() > 0) {
            measure("fresh", used.fresh());
            measure("written", used.written());
            measure("cached", used.cached());
            measure("output", used.output());
            meter.count(
                    Within.one().orElse(NOBODY),
                    session,
                    request.params().model().asString(),
                    used);
        }
    }

    private static void measure(String kind, long tokens) {
        Metrics.counter("cowork.claude.tokens", "kind", kind).increment(tokens);
    }

    private static Heard whole(Heard heard) {
        if (heard.stopReason().equals("refusal")) {
            throw new PartnerUnavailableException(Cause.REFUSED, Optional.empty(), null);
        }
        if (!heard.isWhole()) {
            throw new PartnerUnavailableException(Cause.CUT, Optional.empty(), null);
        }
        return heard;
    }

    /// Says what kind of fault it was and never what was in the request.
    private static String why(PartnerUnavailableException fault) {
        var cause = fault.getCause();
        return switch (cause) {
            case null -> fault.kind() == Cause.BUSY ? "all were told to wait" : "the stream ended early";
            case AnthropicServiceException refused ->
                "status " + refused.statusCode() + " "
                        + refused.type().map(Object::toString).orElse("")
                        + refused.requestId().map(id -> ", request " + id).orElse("");
            default -> cause.getClass().getSimpleName();
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
