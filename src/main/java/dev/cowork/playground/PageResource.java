package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The page that shows the local Slack, and the files it is made of.
@Path("/playground")
@IfBuildProfile(anyOf = {"dev", "test"})
@RunOnVirtualThread
class PageResource {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance playground(String team);
    }

    private static final String ONLY_FROM_HERE = "default-src 'self'; img-src 'self' https: data:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /// The two libraries by the name under which the page asks for them; `%s` is the version that is there.
    private static final Map<String, String> LIBRARIES =
            Map.of("marked", "lib/marked.esm.js", "dompurify", "dist/purify.es.mjs");

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return Response.ok(Templates.playground(Team.NAME))
                .header("Content-Security-Policy", ONLY_FROM_HERE)
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("/assets/{file: [a-z-]+\\.(?:js|css|svg)}")
    public Response asset(@PathParam("file") String file) {
        return file("playground/assets/" + file, TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
    }

    @GET
    @Path("/assets/lib/{library: [a-z]+}.js")
    public Response library(@PathParam("library") String library) {
        String path = LIBRARIES.get(library);
        if (path == null) {
            return Response.status(404).build();
        }
        return file("META-INF/resources/_static/" + library + "/" + version(library) + "/" + path, TYPES.get("js"));
    }

    private static Response file(String path, String type) {
        return read(path)
                .map(content -> Response.ok(content, type)
                        .header("Cache-Control", "no-cache")
                        .build())
                .orElseGet(() -> Response.status(404).build());
    }

    private static String version(String library) {
        var properties = new Properties();
        try (InputStream file = open("META-INF/maven/org.mvnpm/" + library + "/pom.properties")) {
            properties.load(file);
        } catch (IOException unreadable) {
            return "";
        }
        return properties.getProperty("version", "");
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream file = open(path)) {
            return Optional.of(file.readAllBytes());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static InputStream open(String path) throws IOException {
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
        if (file == null) {
            throw new IOException("not on the class path: " + path);
        }
        return file;
    }
}
