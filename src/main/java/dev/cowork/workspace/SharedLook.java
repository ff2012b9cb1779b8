package dev.cowork.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks up what people are while Slack waits, many in one statement: those who are asked about while one is under way
/// share the next one. It goes to PostgreSQL once, on the connections of what comes in; a transaction for each would go
/// three times, and cost a button as much as being stored.
@ApplicationScoped
class SharedLook {
    private static final int MOST = 64;

    private final MemberStandings rows;
    private final Queue<Asked> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isUnderWay = new AtomicBoolean();

    SharedLook(MemberStandings rows) {
        this.rows = rows;
    }

    private record Asked(MemberStanding.Id who, CompletableFuture<Optional<Standings.Seen>> answer) {}

    /// Outside any transaction. Waits for the answer: PostgreSQL is given less than a second for it.
    ///
    /// @return empty where Slack was not asked about them yet
    /// @throws IllegalStateException where it cannot be looked up just now
    Optional<Standings.Seen> of(WorkspaceId workspace, MemberId member) {
        var mine = new Asked(new MemberStanding.Id(workspace.value(), member.value()), new CompletableFuture<>());
        queue.add(mine);
        lookOnce();
        try {
            return mine.answer().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("what " + member + " is cannot be looked up", e);
        }
    }

    /// Looked at once more after the end: whoever came in between found somebody at it. And whoever has their own
    /// answer does not stay to get everybody else's.
    private void lookOnce() {
        if (!isUnderWay.compareAndSet(false, true)) {
            return;
        }
        try {
            look(next());
        } finally {
            isUnderWay.set(false);
        }
        if (!queue.isEmpty()) {
            Thread.ofVirtual().name("shared-look").start(this::lookOnce);
        }
    }

    private List<Asked> next() {
        var batch = new ArrayList<Asked>();
        while (batch.size() < MOST) {
            var each = queue.poll();
            if (each == null) {
                break;
            }
            batch.add(each);
        }
        return batch;
    }

    private void look(List<Asked> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var seen = rows.seen(batch.stream().map(Asked::who).distinct().toList());
            batch.forEach(each -> each.answer().complete(Optional.ofNullable(seen.get(each.who()))));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.answer().completeExceptionally(e));
        }
    }
}
