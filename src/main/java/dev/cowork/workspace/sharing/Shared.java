package dev.cowork.workspace.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Answers many in one way to PostgreSQL: those who ask while an answer is under way share the next one. Who
/// asks alone is answered at once.
///
/// @param <Q> a question; equal ones are asked once
/// @param <A> its answer
public final class Shared<Q, A> {
    private static final int MOST = 64;

    private final String name;
    private final Function<List<Q>, Map<Q, A>> answering;
    private final Queue<Asked<Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isUnderWay = new AtomicBoolean();

    /// @param name of the threads that answer whoever waits
    /// @param answering answers different questions, 64 at most; what it leaves out has no answer, and what it
    ///     throws is thrown to all who asked
    public Shared(String name, Function<List<Q>, Map<Q, A>> answering) {
        this.name = name;
        this.answering = answering;
    }

    private record Asked<Q, A>(Q question, CompletableFuture<Optional<A>> answer) {}

    /// Waits for the answer. Empty where there is none.
    public Optional<A> of(Q question) {
        var mine = new Asked<Q, A>(question, new CompletableFuture<>());
        queue.add(mine);
        answerOnce();
        return Outcome.of(mine.answer());
    }

    /// Looked at once more after the end: whoever came in between found somebody at it. And whoever has their own
    /// answer does not stay to get everybody else's.
    private void answerOnce() {
        if (!isUnderWay.compareAndSet(false, true)) {
            return;
        }
        try {
            answer(next());
        } finally {
            isUnderWay.set(false);
        }
        if (!queue.isEmpty()) {
            Thread.ofVirtual().name(name).start(this::answerOnce);
        }
    }

    private List<Asked<Q, A>> next() {
        var batch = new ArrayList<Asked<Q, A>>();
        while (batch.size() < MOST) {
            var each = queue.poll();
            if (each == null) {
                break;
            }
            batch.add(each);
        }
        return batch;
    }

    private void answer(List<Asked<Q, A>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var answers = answering.apply(
                    batch.stream().map(Asked::question).distinct().toList());
            batch.forEach(each -> each.answer().complete(Optional.ofNullable(answers.get(each.question()))));
        } catch (RuntimeException | Error e) {
            batch.forEach(each -> each.answer().completeExceptionally(e));
        }
    }
}
