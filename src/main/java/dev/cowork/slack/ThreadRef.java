package dev.cowork.slack;

/// A thread: the channel and the timestamp of its first message.
public record ThreadRef(String channel, String ts) {
    @Override
    public String toString() {
        return channel + "/" + ts;
    }
}
