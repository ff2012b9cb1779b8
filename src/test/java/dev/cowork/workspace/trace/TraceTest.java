package dev.cowork.workspace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a collector of traces is told: which step was part of which, and not a word of anybody.
class TraceTest {
    private final List<SpanData> ended = new ArrayList<>();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(new SpanProcessor() {
                @Override
                public void onStart(Context parent, ReadWriteSpan span) {}

                @Override
                public boolean isStartRequired() {
                    return false;
                }

                @Override
                public void onEnd(ReadableSpan span) {
                    ended.add(span.toSpanData());
                }

                @Override
                public boolean isEndRequired() {
                    return true;
                }
            })
            .build();

    @Test
    void tellsWhichStepIsPartOfWhichOnAnotherThreadToo() {
        var tracer = provider.get("test");
        Trace.of(tracer, "turn", Map.of("cowork.turn", "7"), () -> {
            var writing = Thread.ofVirtual()
                    .unstarted(Trace.carried(() -> Trace.of(tracer, "claude", Map.of(), () -> "words of a customer")));
            writing.start();
            try {
                writing.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });

        assertEquals(
                List.of("claude", "turn"), ended.stream().map(SpanData::getName).toList());
        assertEquals(ended.get(1).getSpanId(), ended.get(0).getParentSpanId());
        assertEquals("7", ended.get(1).getAttributes().get(AttributeKey.stringKey("cowork.turn")));
        assertEquals(0, ended.get(0).getAttributes().size());
    }

    @Test
    void repeatsNoWordOfAFault() {
        var tracer = provider.get("test");
        assertThrows(
                IllegalStateException.class,
                () -> Trace.of(tracer, "turn", Map.of(), () -> {
                    throw new IllegalStateException("Kim wrote: I want my money");
                }));

        assertEquals("IllegalStateException", ended.getFirst().getStatus().getDescription());
        assertEquals(List.of(), ended.getFirst().getEvents());
    }
}
