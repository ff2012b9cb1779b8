package dev.cowork.partner;

import java.util.List;
import java.util.stream.Stream;

/// What the playbook says and does in answer.
record Reaction(String text, List<Move> moves) {
    static Reaction of(String text, Move... moves) {
        return new Reaction(text, List.of(moves));
    }

    Reaction and(Stream<? extends Move> more) {
        return new Reaction(text, Stream.concat(moves.stream(), more).toList());
    }

    boolean has(Class<? extends Move> type) {
        return moves.stream().anyMatch(type::isInstance);
    }
}
