package dev.cowork.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Sends requests from several connections. Closed: each connection sends the next one when it has its answer. Open: they are
/// due at a rate whatever the answers do, and an answer's time counts from when its request was due.
final class Load {
    private Load() {}

    /// @param perSecond acknowledged with 200
    /// @param wrong other answers, and connections that broke
    record Outcome(double perSecond, double p50, double p99, double slowest, long acknowledged, long wrong, String firstWrong) {}

    static Outcome closed(int port, Requests.Kind kind, int connections, Duration length) throws InterruptedException {
        return run(List.of(port), kind, connections, length, 0);
    }

    /// The connections are shared out among several processes.
    static Outcome closed(List<Integer> ports, Requests.Kind kind, int connections, Duration length)
            throws InterruptedException {
        return run(ports, kind, connections, length, 0);
    }

    static Outcome open(int port, Requests.Kind kind, int connections, Duration length, double perSecond)
            throws InterruptedException {
        return run(List.of(port), kind, connections, length, perSecond);
    }

    private static Outcome run(List<Integer> ports, Requests.Kind kind, int connections, Duration length, double rate)
            throws InterruptedException {
        var wrong = new ConcurrentLinkedQueue<String>();
        var all = new ArrayList<Times>();
        var threads = new ArrayList<Thread>();
        var connected = new CountDownLatch(connections);
        var go = new CountDownLatch(1);
        var due = new AtomicLong();
        var begun = new AtomicLong();
        for (var i = 0; i < connections; i++) {
            var times = new Times();
            var port = ports.get(i % ports.size());
            all.add(times);
            threads.add(Thread.ofPlatform().start(() -> {
                var requests = new Requests(kind);
                try (var wire = new Wire(port)) {
                    connected.countDown();
                    go.await();
                    var start = begun.get();
                    var end = start + length.toNanos();
                    while (true) {
                        var from = System.nanoTime();
                        if (rate > 0) {
                            var at = start + (long) (due.getAndIncrement() * 1e9 / rate);
                            if (at >= end) {
                                return;
                            }
                            while (System.nanoTime() < at) {
                                LockSupport.parkNanos(at - System.nanoTime());
                            }
                            from = at;
                        } else if (from >= end) {
                            return;
                        }
                        var status = wire.ask(requests.next());
                        if (status == 200) {
                            times.add(System.nanoTime() - from);
                        } else {
                            wrong.add("status " + status);
                        }
                    }
                } catch (IOException e) {
                    wrong.add(e.toString());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    connected.countDown();
                }
            }));
        }
        connected.await();
        begun.set(System.nanoTime());
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return outcome(all, System.nanoTime() - begun.get(), wrong.size(), wrong.isEmpty() ? "" : wrong.peek());
    }

    static Outcome outcome(List<Times> all, long took, long wrong, String firstWrong) {
        var sorted = all.stream().flatMapToLong(Times::stream).sorted().toArray();
        if (sorted.length == 0) {
            return new Outcome(0, 0, 0, 0, 0, wrong, firstWrong);
        }
        return new Outcome(
                sorted.length * 1e9 / took,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                sorted.length,
                wrong,
                firstWrong);
    }

    /// How long each took, in nanoseconds. For one thread.
    static final class Times {
        private long[] times = new long[4096];
        private int count;

        void add(long nanos) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = nanos;
        }

        java.util.stream.LongStream stream() {
            return Arrays.stream(times, 0, count);
        }
    }
}
