package dev.cowork.demo;

import dev.cowork.story.Post;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Screenshots of the playground, where a Chromium is installed.
final class Pictures {
    private final URI address;
    private final Path directory;
    private final Optional<String> browser = browser();
    private int taken;

    Pictures(URI address, Path directory) {
        this.address = address;
        this.directory = directory;
    }

    /// Shows the thread of that message as the person sees it.
    void take(String name, String user, Post post) {
        if (browser.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(directory);
            var picture = directory.resolve(name + ".png").toAbsolutePath();
            var page = address.resolve(
                    "playground?user=" + user + "&channel=" + post.channel() + "&thread=" + post.thread());
            var process = new ProcessBuilder(List.of(
                            browser.get(),
                            "--headless=new",
                            "--no-sandbox",
                            "--hide-scrollbars",
                            "--disable-gpu",
                            "--window-size=1440,1000",
                            // The page never stops listening: wait for what it shows, not for silence.
                            "--timeout=4000",
                            "--screenshot=" + picture,
                            page.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            taken += Files.exists(picture) ? 1 : 0;
        } catch (IOException e) {
            Screen.line("No screenshot " + name + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void tellWhere() {
        Screen.line(
                browser.isEmpty()
                        ? "No screenshots: no Chromium is installed here."
                        : taken + " screenshots are in " + directory + "/.");
    }

    private static Optional<String> browser() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":")).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
