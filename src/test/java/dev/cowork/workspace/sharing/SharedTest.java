package dev.cowork.workspace.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @Test
    void whoAsksAloneIsAnsweredAlone() {
        var shared = new Shared<>("test", this::doubled);
        goesOn.countDown();

        assertEquals(Optional.of(14), shared.of(7));
        assertEquals(Optional.of(16), shared.of(8));
        assertEquals(List.of(List.of(7), List.of(8)), batches);
    }

    @Test
    void thoseWhoAskWhileOneIsUnderWayShareTheNextAndAskTheSameOnce() throws Exception {
        var shared = new Shared<>("test", this::doubled);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Optional<Integer>>>();
            answers.add(threads.submit(() -> shared.of(1)));
            while (batches.isEmpty()) {
                Thread.onSpinWait();
            }
            var come = new CountDownLatch(20);
            for (var i = 0; i < 20; i++) {
                var question = 10 + i / 2;
                answers.add(threads.submit(() -> {
                    come.countDown();
                    return shared.of(question);
                }));
            }
            come.await();
            Thread.sleep(100);
            goesOn.countDown();

            assertEquals(Optional.of(2), answers.getFirst().get());
            for (var i = 0; i < 20; i++) {
                assertEquals(Optional.of(2 * (10 + i / 2)), answers.get(i + 1).get());
            }
        }
        assertEquals(2, batches.size(), batches.toString());
        assertEquals(10, batches.getLast().size(), batches.toString());
    }

    @Test
    void whatHasNoAnswerIsEmpty() {
        assertEquals(Optional.empty(), new Shared<Integer, Integer>("test", _ -> Map.of()).of(7));
    }

    @Test
    void whatIsThrownIsThrownToAllAndTheNextAreAnswered() throws Exception {
        var why = new IllegalStateException("no line");
        var shared = new Shared<Integer, Integer>("test", all -> {
            if (batches.isEmpty()) {
                doubled(all);
                throw why;
            }
            return doubled(all);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.of(1));
            while (batches.isEmpty()) {
                Thread.onSpinWait();
            }
            var second = threads.submit(() -> shared.of(2));
            goesOn.countDown();

            assertSame(why, assertThrows(ExecutionException.class, first::get).getCause());
            assertEquals(Optional.of(4), second.get());
        }
    }

    @Test
    void hundredsAreAnsweredInAFewParts() throws Exception {
        var shared = new Shared<>("test", this::doubled);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new HashMap<Integer, Future<Optional<Integer>>>();
            for (var i = 0; i < 500; i++) {
                var question = i;
                answers.put(question, threads.submit(() -> shared.of(question)));
            }
            goesOn.countDown();
            for (var each : answers.entrySet()) {
                assertEquals(Optional.of(2 * each.getKey()), each.getValue().get());
            }
        }
        assertTrue(batches.stream().allMatch(batch -> batch.size() <= 64), batches.toString());
        assertEquals(500, batches.stream().mapToInt(List::size).sum());
    }

    private Map<Integer, Integer> doubled(List<Integer> all) {
        batches.add(all);
        try {
            goesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var answers = new HashMap<Integer, Integer>();
        all.forEach(each -> answers.put(each, 2 * each));
        return answers;
    }
}
