package dev.cowork.workspace.wall;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page of ours tells the browser to run only files of ours, to be in no frame and to keep nothing; and has
/// nothing in it that it would have to be allowed.
@QuarkusTest
class PagesTest {
    /// A script or style of its own, or a deed in an attribute.
    private static final Pattern INLINE =
            Pattern.compile("(?i)<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard/tickets",
                "/dashboard/export",
                "/dashboard/export?ref=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/dashboard?from=%22%3E%3Cscript%3E",
                "/slack/install",
                "/slack/oauth_redirect?error=%3Cscript%3E"
            })
    void runsOnlyWhatIsOurs(String path) {
        for (var person : List.of("UMIA00001", "UANA00001", "U0STRANGER")) {
            var page = given().redirects()
                    .follow(false)
                    .cookie("playground-person", person)
                    .get(path);

            assertTrue(page.statusCode() < 500, path);
            hardened(page, path);
            assertFalse(INLINE.matcher(page.asString()).find(), () -> path + ":\n" + page.asString());
        }
    }

    @Test
    void noTemplateOfAPageHasAScriptOfItsOwn() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "resources", "templates", "web"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                assertFalse(INLINE.matcher(Files.readString(file)).find(), file.toString());
            }
        }
    }

    /// Nothing is changed by a request that another site can have a browser send.
    @Test
    void noFormOfOursIsTakenFromElsewhere() {
        assertEquals(
                403,
                given().cookie("playground-person", "UMIA00001")
                        .header("Sec-Fetch-Site", "cross-site")
                        .formParam("csrf", "playground")
                        .post("/dashboard/sign-out")
                        .statusCode());
        assertEquals(
                403,
                given().cookie("playground-person", "UMIA00001")
                        .post("/dashboard/sign-out")
                        .statusCode());
    }

    private static void hardened(Response page, String path) {
        var policy = String.valueOf(page.getHeader("Content-Security-Policy"));
        assertTrue(policy.contains("default-src 'none'"), path + ": " + policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), path + ": " + policy);
        assertFalse(policy.contains("unsafe"), path + ": " + policy);
        assertEquals("nosniff", page.getHeader("X-Content-Type-Options"), path);
        assertEquals("no-store", page.getHeader("Cache-Control"), path);
        assertTrue(page.getHeader("Referrer-Policy") != null, path);
    }
}
