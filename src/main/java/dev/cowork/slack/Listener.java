package dev.cowork.slack;

/// A feature's ear: hears one kind of thing at one address. Found by the container; exactly one per address.
///
/// Two moments. [#atOnce] runs while Slack waits: it reads, checks and opens modals, and writes nothing. Where it
/// answers [Reply.Later] the delivery is stored, acknowledged, and [#hear] runs on its lane, in one transaction
/// that also marks the delivery as done: what `hear` writes happens exactly once, however often Slack tells it.
public interface Listener<I extends Inbound> {
    Address address();

    /// Which of the records this listener takes.
    Class<I> hears();

    /// Answers inside Slack's three seconds. Must not call Slack and must not write.
    default Reply atOnce(I inbound) {
        return Reply.later();
    }

    /// Whether it tells guests, bots and people of other workspaces itself that they may not. Where it does not, they
    /// are told before it hears of them.
    default boolean refusesByItself() {
        return false;
    }

    /// Works it off, inside a transaction. May run long after the person's deed, never before its acknowledgement.
    default void hear(I inbound) {}
}
