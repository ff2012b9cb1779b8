package dev.cowork.session.spend;

/// Tokens, as Claude counts them.
///
/// @param fresh read for the first time
/// @param written read and kept in the cache
/// @param cached read from the cache
/// @param output written by Claude
public record Tokens(long fresh, long written, long cached, long output) {
    static final Tokens NONE = new Tokens(0, 0, 0, 0);

    long input() {
        return fresh + written + cached;
    }
}
