package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sees what became of posts.
@ApplicationScoped
class PostWatch {
    private final List<PostSent> sent = new CopyOnWriteArrayList<>();
    private final List<PostDied> died = new CopyOnWriteArrayList<>();
    private final Set<WorkspaceId> failing = ConcurrentHashMap.newKeySet();

    void on(@Observes PostSent post) {
        fail(post.workspace());
        sent.add(post);
    }

    void on(@Observes PostDied post) {
        fail(post.workspace());
        died.add(post);
    }

    /// From now on it throws at whatever it is told of this workspace.
    void failsFor(WorkspaceId workspace) {
        failing.add(workspace);
    }

    private void fail(WorkspaceId workspace) {
        if (failing.contains(workspace)) {
            throw new IllegalStateException("this listener always fails");
        }
    }

    List<PostSent> sentWith(Key key) {
        return sent.stream().filter(post -> post.key().equals(key)).toList();
    }

    List<PostDied> diedWith(Key key) {
        return died.stream().filter(post -> post.key().equals(key)).toList();
    }
}
