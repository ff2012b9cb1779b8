package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/// What must go out.
@ApplicationScoped
public class Outbox {
    /// Puts the post on its lane. Joins the caller's transaction: if that rolls back, nothing is sent. A key already
    /// there is ignored, so putting twice sends once.
    public void put(Post post) {
        throw new UnsupportedOperationException(post.key().value());
    }
}
