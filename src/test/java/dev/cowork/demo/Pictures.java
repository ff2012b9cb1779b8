package dev.cowork.demo;

import dev.cowork.story.Post;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Screenshots of the playground, where a Chromium is installed.
final class Pictures {
    /// What a picture of a blank page weighs, and some more.
    private static final long EMPTY = 20_000;

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
        var picture = directory.resolve(name + ".png");
        var page = address.resolve("playground?as=" + user + "&channel=" + post.channel() + "&thread=" + post.thread());
        // On a busy machine the page may not have drawn anything yet: once more then, with more time.
        for (int seconds = 4; browser.isPresent() && seconds <= 16; seconds *= 2) {
            try {
                shoot(browser.get(), page, picture.toAbsolutePath(), seconds);
                if (Files.exists(picture) && Files.size(picture) > EMPTY) {
                    taken++;
                    return;
                }
            } catch (IOException e) {
                Screen.line("No screenshot " + name + ": " + e.getMessage());
                return;
            }
        }
    }

    private void shoot(String chromium, URI page, Path picture, int seconds) throws IOException {
        Files.createDirectories(directory);
        var process = new ProcessBuilder(
                        chromium,
                        "--headless=new",
                        "--no-sandbox",
                        "--hide-scrollbars",
                        "--disable-gpu",
                        "--window-size=1440,1000",
                        // The page never stops listening: wait so long, not for silence.
                        "--timeout=" + seconds * 1_000,
                        "--screenshot=" + picture,
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
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
