package dev.cowork.slack.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the app asks of a workspace, and why: one line a scope, the reason after a colon and a blank. The same as in
/// `slack-manifest.yml`.
record Scopes(List<Scope> all) {
    private static final String FILE = "/slack/scopes.txt";

    record Scope(String name, String why) {}

    static Scopes ofTheApp() {
        try (InputStream file = Objects.requireNonNull(Scopes.class.getResourceAsStream(FILE), FILE)) {
            return new Scopes(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .map(parts -> new Scope(parts[0], parts[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    String joined() {
        return all.stream().map(Scope::name).collect(Collectors.joining(","));
    }
}
