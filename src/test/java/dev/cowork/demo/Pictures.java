package dev.cowork.demo;

import dev.cowork.story.Post;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Screenshots of the playground, where a Chromium is installed.
final class Pictures implements AutoCloseable {
    private final URI address;
    private final Path directory;
    private final Optional<Path> installed = Chromium.installed();
    private Optional<Chromium> browser = Optional.empty();
    private int taken;

    Pictures(URI address, Path directory) {
        this.address = address;
        this.directory = directory;
    }

    /// Shows the thread of that message as the person sees it. The demonstration goes on without a picture that fails.
    void take(String name, String user, Post post) {
        if (installed.isEmpty()) {
            return;
        }
        var page = address.resolve("playground?as=" + user + "&channel=" + post.channel() + "&thread=" + post.thread());
        var drawn = "document.querySelector('#replies article[data-ts=\"" + post.ts() + "\"] .message-body')";
        try {
            if (browser.isEmpty()) {
                browser = Optional.of(Chromium.start(installed.get()));
            }
            var picture = browser.get().picture(page, drawn);
            Files.createDirectories(directory);
            Files.write(directory.resolve(name + ".png"), picture);
            taken++;
        } catch (IOException e) {
            Screen.line("No screenshot " + name + ": " + e.getMessage());
        }
    }

    void tellWhere() {
        Screen.line(
                installed.isEmpty()
                        ? "No screenshots: no Chromium is installed here."
                        : taken + " screenshots are in " + directory + "/.");
    }

    @Override
    public void close() {
        try {
            if (browser.isPresent()) {
                browser.get().close();
            }
        } catch (IOException e) {
            Screen.line("The browser left files behind: " + e.getMessage());
        }
    }
}
