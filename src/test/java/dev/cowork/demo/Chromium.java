package dev.cowork.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An installed Chromium without a window, told what to do over its DevTools protocol. It takes its picture when the
/// page says that it has drawn, not when a clock does.
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Two frames after this one, everything that stands in the document has been painted.
    private static final String PAINTED = "document.fonts.ready.then(() => new Promise(done =>"
            + " requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path profile;
    private final Process process;

    private Chromium(Path profile, Process process) {
        this.profile = profile;
        this.process = process;
    }

    static Optional<Path> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":")).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) throws IOException {
        var profile = Files.createTempDirectory("cowork-demo-browser");
        var process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Chromium(profile, process);
    }

    /// @param drawn an expression in the page that is true once it shows what the picture is to show
    byte[] picture(URI page, String drawn) throws IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var port = port(until);
        var tab = json.readTree(ask("PUT", port, "/json/new?about:blank"));
        try (var devTools =
                DevTools.open(http, URI.create(tab.path("webSocketDebuggerUrl").asText()))) {
            devTools.call(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 1440, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
            devTools.call("Page.navigate", Map.of("url", page.toString()));
            while (!isTrue(devTools, "Boolean(" + drawn + ")")) {
                waitUntil(until, "the page did not draw " + page);
            }
            isTrue(devTools, PAINTED);
            var shot = devTools.call("Page.captureScreenshot", Map.of("format", "png"));
            return Base64.getDecoder().decode(shot.path("data").asText());
        } finally {
            ask("GET", port, "/json/close/" + tab.path("id").asText());
        }
    }

    private static boolean isTrue(DevTools devTools, String expression) throws IOException {
        JsonNode answer = devTools.call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true));
        return answer.path("result").path("value").asBoolean();
    }

    /// The port it has chosen; it writes it down once it listens.
    private String port(long until) throws IOException {
        var file = profile.resolve("DevToolsActivePort");
        while (!Files.exists(file) || Files.readString(file).lines().count() < 2) {
            if (!process.isAlive()) {
                throw new IOException("the browser did not start");
            }
            waitUntil(until, "the browser did not get ready");
        }
        return Files.readAllLines(file).getFirst();
    }

    private String ask(String method, String port, String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void waitUntil(long until, String missing) throws IOException {
        if (System.nanoTime() > until) {
            throw new IOException(missing + " within " + PATIENCE.toSeconds() + " s");
        }
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
        try (var all = Files.walk(profile)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
