package dev.cowork.delivery;

/// Long work we give ourselves by [Delivery#own]: runs on its lane, outside any transaction, because it waits for
/// others. It may run again after a crash, from the start: it must find out from its own tables what is done
/// already.
public interface Errand {
    /// Which deliveries it takes: their `kind`.
    String kind();

    /// Does the work. Returning means done.
    ///
    /// @throws TryLaterException to be called again after a while. Anything else is tried again with growing pauses
    ///     and given up in the end, see [#gaveUp].
    void run(Delivery delivery);

    /// Called once, in a transaction, when trying again has been given up. Tells the person.
    default void gaveUp(Delivery delivery, Throwable why) {}
}
