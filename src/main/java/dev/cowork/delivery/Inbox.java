package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/// What came in.
@ApplicationScoped
public class Inbox {
    /// Stores the delivery and wakes its lane, in the caller's transaction or one of its own. A delivery whose key, or
    /// whose gesture's key, is there already is counted and ignored.
    ///
    /// @return whether it is new
    public boolean accept(Delivery delivery) {
        throw new UnsupportedOperationException(delivery.key().value());
    }
}
