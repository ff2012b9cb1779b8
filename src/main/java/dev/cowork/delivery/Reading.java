package dev.cowork.delivery;

/// Reads deliveries of a kind, each in one transaction that also marks it as done. Reading must not wait for anybody:
/// long work is an [Errand].
public interface Reading {
    /// Whether deliveries of this kind are for this reader.
    boolean reads(String kind);

    /// Called before, outside any transaction and perhaps more than once: what somebody else must be asked first.
    default void prepare(Delivery delivery) {}

    /// Reads one. Everything written here is written exactly once.
    void read(Delivery delivery);

    /// Called once, in a transaction, when trying again has been given up.
    default void gaveUp(Delivery delivery, Throwable why) {}
}
