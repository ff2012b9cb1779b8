package dev.cowork.partner;

import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What went wrong between us and Claude, in our own words.
final class Faults {
    /// By these an account without money is known; the status alone says 400, 402 or 429.
    private static final List<String> SPENT =
            List.of("spend_limit", "spend limit", "billing", "credit balance", "credit_balance", "payment");

    private Faults() {}

    /// @param hasBegun whether any event of the answer had arrived
    static PartnerUnavailableException of(AnthropicException fault, boolean hasBegun) {
        return switch (fault) {
            case SseException event -> new PartnerUnavailableException(duringStream(event), Optional.empty(), event);
            case AnthropicServiceException refused -> refused(ofStatus(refused), refused);
            default ->
                new PartnerUnavailableException(hasBegun ? Cause.CUT : Cause.UNREACHABLE, Optional.empty(), fault);
        };
    }

    /// A time to come back counts only where coming back helps.
    private static PartnerUnavailableException refused(Cause cause, AnthropicServiceException refused) {
        var comesBack = cause == Cause.BUSY || cause == Cause.OVERLOADED;
        return new PartnerUnavailableException(
                cause, comesBack ? retryAfter(refused.headers()) : Optional.empty(), refused);
    }

    /// Whether the same request may succeed at once, and finding out costs next to nothing. A time-out has cost the
    /// person a long wait already.
    static boolean isCheapToRepeat(PartnerUnavailableException fault) {
        return switch (fault.kind()) {
            case BUSY, OVERLOADED -> true;
            case UNREACHABLE -> causes(fault).noneMatch(cause -> cause instanceof InterruptedIOException);
            case SPENT, CUT, REFUSED, EMPTY, MISCONFIGURED -> false;
        };
    }

    private static Cause ofStatus(AnthropicServiceException refused) {
        var status = refused.statusCode();
        if (isSpent(refused)) {
            return Cause.SPENT;
        }
        return switch (status) {
            case 429 -> Cause.BUSY;
            case 408 -> Cause.UNREACHABLE;
            case 409 -> Cause.OVERLOADED;
            default -> status >= 500 ? Cause.OVERLOADED : Cause.MISCONFIGURED;
        };
    }

    /// An error that arrives as an event, after the answer began with 200.
    private static Cause duringStream(SseException event) {
        var type = event.type().map(Object::toString).orElse("");
        return switch (type) {
            case "overloaded_error", "api_error" -> Cause.OVERLOADED;
            case "rate_limit_error" -> isSpent(event) ? Cause.SPENT : Cause.BUSY;
            case "billing_error" -> Cause.SPENT;
            default -> Cause.CUT;
        };
    }

    private static boolean isSpent(AnthropicServiceException refused) {
        if (refused.statusCode() >= 500) {
            return false;
        }
        var body = refused.body().toString().toLowerCase(Locale.ROOT);
        return refused.statusCode() == 402 || SPENT.stream().anyMatch(body::contains);
    }

    private static Optional<Duration> retryAfter(Headers headers) {
        return headers.values("retry-after").stream()
                .filter(value -> value.strip().matches("\\d{1,6}(\\.\\d+)?"))
                .map(value -> Duration.ofMillis((long) Math.ceil(Double.parseDouble(value.strip()) * 1000)))
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
    }
}
