package dev.cowork.impact.dashboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The files the page is made of, from the jar. There is nobody's figure in them.
@Path("/dashboard/assets")
@RunOnVirtualThread
class AssetResource {
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    /// The libraries by the name under which the page asks for them, and where they are in their webjars.
    private static final Map<String, String> LIBRARIES =
            Map.of("chart.js", "dist/chart.umd.min.js", "papaparse", "papaparse.min.js");

    @GET
    @Path("/{file: [a-z-]+\\.(?:js|css|svg)}")
    public Response asset(@PathParam("file") String file) {
        return file("dashboard/" + file, TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
    }

    @GET
    @Path("/lib/{library: [a-z.]+}")
    public Response library(@PathParam("library") String library) {
        var path = LIBRARIES.get(library);
        return path == null
                ? Response.status(404).build()
                : file("META-INF/resources/webjars/" + library + "/" + version(library) + "/" + path, TYPES.get("js"));
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
        try (InputStream file = open("META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
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
