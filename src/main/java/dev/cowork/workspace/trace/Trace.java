package dev.cowork.workspace.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.Supplier;

/// Steps of a trace, for whoever collects them; where nobody does, the work alone. Says what was done, for whom and
/// how long it took, and never a word of what was said.
public final class Trace {
    private Trace() {}

    /// @param name the same for all steps of a kind: what tells them apart are the tags
    public static <T> T of(String name, Map<String, String> tags, Supplier<T> work) {
        return of(GlobalOpenTelemetry.getTracer("cowork"), name, tags, work);
    }

    static <T> T of(Tracer tracer, String name, Map<String, String> tags, Supplier<T> work) {
        var builder = tracer.spanBuilder(name).setSpanKind(SpanKind.INTERNAL);
        tags.forEach(builder::setAttribute);
        var span = builder.startSpan();
        try (var _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException fault) {
            // Its message may quote somebody.
            span.setStatus(StatusCode.ERROR, fault.getClass().getSimpleName());
            throw fault;
        } finally {
            span.end();
        }
    }

    public static void of(String name, Map<String, String> tags, Runnable work) {
        of(name, tags, () -> {
            work.run();
            return true;
        });
    }

    /// The same work on another thread, as a part of this step.
    public static Runnable carried(Runnable work) {
        return Context.current().wrap(work);
    }
}
