package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sees what became of posts.
@ApplicationScoped
class PostWatch {
    private final List<PostSent> sent = new CopyOnWriteArrayList<>();
    private final List<PostDied> died = new CopyOnWriteArrayList<>();

    void on(@Observes PostSent post) {
        sent.add(post);
    }

    void on(@Observes PostDied post) {
        died.add(post);
    }

    List<PostSent> sentWith(Key key) {
        return sent.stream().filter(post -> post.key().equals(key)).toList();
    }

    List<PostDied> diedWith(Key key) {
        return died.stream().filter(post -> post.key().equals(key)).toList();
    }
}
