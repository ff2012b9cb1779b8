package dev.cowork.impact.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// `docs/metrics.md` as a page: whoever must defend a figure has its definition at hand.
@Path("/dashboard/definitions")
@RunOnVirtualThread
class DefinitionsResource {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance definitions(RawString words);
    }

    private static final String FILE = "dashboard/metrics.md";

    private final Door door;
    private final String words;

    DefinitionsResource(Door door) {
        this.door = door;
        this.words = rendered();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@Context HttpServerRequest request) {
        return door.forViewer(
                request,
                _ -> Response.ok(Templates.definitions(new RawString(words))).build());
    }

    private static String rendered() {
        var tables = List.of(TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .attributeProviderFactory(_ -> (node, _, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", anchor(heading));
                    }
                })
                .build()
                .render(Parser.builder().extensions(tables).build().parse(read()));
    }

    /// As GitHub makes it: `What is kept, and for how long` is `what-is-kept-and-for-how-long`.
    private static String anchor(Node heading) {
        var words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static String read() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
