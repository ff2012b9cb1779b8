import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Writes the image into a tar, without an engine: the base, the Java that the bot was started with for practice, the bot.
/// How it is started, as whom and where is what deploy/Containerfile says.
///
/// Arguments: the base, the directory with `java` and `cowork`, the tar.
void main(String... arguments) throws Exception {
    var files = Path.of(arguments[1]);
    var recipe = Files.readString(Path.of("deploy", "Containerfile"));
    var home = AbsoluteUnixPath.get(last(recipe, "WORKDIR"));
    var user = last(recipe, "USER");
    var data = AbsoluteUnixPath.get(last(recipe, "VOLUME"));
    var where = last(recipe, "ENV").split("=", 2);
    Jib.from(arguments[0])
            .addFileEntriesLayer(layer("java", files.resolve("java"), AbsoluteUnixPath.get("/opt/java")))
            .addFileEntriesLayer(layer("libraries", files.resolve("cowork/lib"), home.resolve("lib")))
            .addFileEntriesLayer(bot(files.resolve("cowork"), home, user, data))
            .setEnvironment(java.util.Map.of(
                    "JAVA_HOME", "/opt/java",
                    "PATH", "/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    "LANG", "C.UTF-8",
                    where[0], where[1]))
            .setWorkingDirectory(home)
            .setUser(user)
            .addVolume(data)
            .addExposedPort(Port.tcp(Integer.parseInt(last(recipe, "EXPOSE"))))
            .setEntrypoint(words(last(recipe, "ENTRYPOINT")))
            .setCreationTime(Instant.now())
            .containerize(Containerizer.to(TarImage.at(Path.of(arguments[2])).named("cowork"))
                    .setOfflineMode(arguments[0].startsWith("tar://"))
                    .setToolName("cowork"));
    IO.println(arguments[2] + ": " + Files.size(Path.of(arguments[2])) / 1024 / 1024 + " MiB");
}

static String last(String recipe, String instruction) {
    return Pattern.compile("^" + instruction + " (.*)$", Pattern.MULTILINE).matcher(recipe).results()
            .reduce((first, second) -> second)
            .map(found -> found.group(1).strip())
            .orElseThrow(() -> new IllegalStateException("deploy/Containerfile has no " + instruction));
}

static List<String> words(String array) {
    return Pattern.compile("\"([^\"]*)\"").matcher(array).results().map(found -> found.group(1)).toList();
}

static FileEntriesLayer layer(String name, Path from, AbsoluteUnixPath to) throws IOException {
    return with(FileEntriesLayer.builder().setName(name), from, to).build();
}

/// Everything but the libraries, the user who runs it and the directory that is theirs alone.
static FileEntriesLayer bot(Path from, AbsoluteUnixPath home, String user, AbsoluteUnixPath data) throws IOException {
    var layer = FileEntriesLayer.builder().setName("bot");
    try (var all = Files.list(from)) {
        for (var each : all.filter(it -> !it.endsWith("lib")).sorted().toList()) {
            with(layer, each, home.resolve(each.getFileName().toString()));
        }
    }
    var users = Files.writeString(Files.createTempFile("passwd", ""), """
            root:x:0:0:root:/root:/bin/sh
            cowork:x:%1$s:%1$s::%2$s:/usr/sbin/nologin
            """.formatted(user, home));
    var empty = Files.createTempDirectory("data");
    layer.addEntry(users, AbsoluteUnixPath.get("/etc/passwd"), FilePermissions.fromOctalString("644"));
    layer.addEntry(empty, data, FilePermissions.fromOctalString("700"), Instant.now(), user + ":" + user);
    return layer.build();
}

/// With the files' own times, which the cache of the practice run knows them by.
static FileEntriesLayer.Builder with(FileEntriesLayer.Builder layer, Path from, AbsoluteUnixPath to) throws IOException {
    return layer.addEntryRecursive(
            from,
            to,
            (file, _) -> FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"),
            (file, _) -> {
                try {
                    return Files.getLastModifiedTime(file).toInstant();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
}
