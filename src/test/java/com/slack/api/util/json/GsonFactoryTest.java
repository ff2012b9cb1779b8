package com.slack.api.util.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GsonFactoryTest {
    private static final String PLACE = "com/slack/api/util/json/GsonFactory.class";
    private static final Pattern SLACKS_CLASS = Pattern.compile("com/slack/api/[A-Za-z/]+[$]?[A-Za-z]*");

    @Test
    void aGsonIsMadeOnce() {
        assertSame(GsonFactory.createSnakeCase(), GsonFactory.createSnakeCase());
        assertSame(GsonFactory.createSnakeCase(), GsonFactory.createSnakeCase(new SlackConfig()));
    }

    @Test
    void eachConfigurationHasItsOwn() {
        var pretty = new SlackConfig();
        pretty.setPrettyResponseLoggingEnabled(true);

        assertNotSame(GsonFactory.createSnakeCase(), GsonFactory.createSnakeCase(pretty));
        assertNotSame(GsonFactory.createSnakeCase(), GsonFactory.createCamelCase(new SlackConfig()));
        assertTrue(GsonFactory.createSnakeCase(pretty).toJson(List.of(1)).contains("\n"));
    }

    /// With a newer client there may be more to register.
    @Test
    void nothingOfTheLibrarysOwnIsMissing() throws IOException {
        assertEquals(Set.of(), missing(named(library()), named(ours())));
    }

    @Test
    void aPressIsReadAsTheLibraryReadsIt() throws Exception {
        var press = """
                {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1.2.a",
                 "message":{"ts":"1.2","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Refund*"}},
                  {"type":"context","elements":[{"type":"plain_text","text":"new"}]},
                  {"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Go"}}]}]},
                 "actions":[{"type":"button","action_id":"a","value":"1","text":{"type":"plain_text","text":"Go"}}]}""";

        assertEquals(byTheLibrary(press), written(GsonFactory.createSnakeCase(), BlockActionPayload.class, press));
    }

    private static String byTheLibrary(String press) throws Exception {
        var jars = new URL[] {
            SlackConfig.class.getProtectionDomain().getCodeSource().getLocation(),
            BlockActionPayload.class.getProtectionDomain().getCodeSource().getLocation(),
            com.slack.api.model.Message.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation(),
            Gson.class.getProtectionDomain().getCodeSource().getLocation(),
            org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (var apart = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            var gson = apart.loadClass(GsonFactory.class.getName())
                    .getMethod("createSnakeCase")
                    .invoke(null);
            var type = apart.loadClass(BlockActionPayload.class.getName());
            var read = gson.getClass()
                    .getMethod("fromJson", String.class, Class.class)
                    .invoke(gson, press, type);
            return (String) gson.getClass().getMethod("toJson", Object.class).invoke(gson, read);
        }
    }

    private static String written(Gson gson, Class<?> type, String text) {
        return gson.toJson(gson.fromJson(text, type));
    }

    private static URL ours() throws IOException {
        return places(true);
    }

    private static URL library() throws IOException {
        return places(false);
    }

    private static URL places(boolean isOurs) throws IOException {
        return Collections.list(GsonFactory.class.getClassLoader().getResources(PLACE)).stream()
                .filter(url -> isOurs == url.getProtocol().equals("file"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> named(URL compiled) throws IOException {
        try (var stream = compiled.openStream()) {
            return SLACKS_CLASS
                    .matcher(new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> missing(Set<String> from, Set<String> in) {
        return from.stream().filter(name -> !in.contains(name)).collect(Collectors.toSet());
    }
}
