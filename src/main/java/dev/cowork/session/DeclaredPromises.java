package dev.cowork.session;

import dev.cowork.partner.Move;
import java.util.List;
import java.util.stream.Collectors;

/// What the partner said a draft promises, as it stands in a row: one per line, its kind first.
final class DeclaredPromises {
    private DeclaredPromises() {}

    static String written(List<Move.WriteDraft.Promise> promises) {
        return promises.stream()
                .map(promise -> promise.promised() + " " + promise.words().replaceAll("\\R+", " "))
                .collect(Collectors.joining("\n"));
    }

    static List<Move.WriteDraft.Promise> read(String written) {
        return written.lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Move.WriteDraft.Promise(parts[0], parts[1]))
                .toList();
    }
}
