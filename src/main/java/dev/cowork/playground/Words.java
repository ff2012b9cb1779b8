package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what people type into what Slack passes on: `&`, `<`, `>` escaped, people and channels as references.
final class Words {
    private static final Pattern REFERENCE = Pattern.compile(
            "<(@[UW][A-Z0-9]+|#C[A-Z0-9]+|!(?:here|channel|everyone)|https?://[^<>\\s|]+)(\\|[^<>]*)?>");
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w<])([@#])([a-z][a-z0-9-]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(?<![<|])https?://[^\\s<>]+");

    private Words() {}

    /// In a message: `@sam` becomes `<@USAM00001>`, `#support` becomes `<#CSUPPORT1|support>`.
    static String inMessage(String typed) {
        String linked =
                LINK.matcher(escaped(typed)).replaceAll(link -> Matcher.quoteReplacement("<" + link.group() + ">"));
        return NAMED.matcher(linked).replaceAll(name -> Matcher.quoteReplacement(reference(name, false)));
    }

    /// In a command that asks for escaping: as in a message, with the handle beside the id.
    static String inCommand(String typed) {
        return NAMED.matcher(escaped(typed)).replaceAll(name -> Matcher.quoteReplacement(reference(name, true)));
    }

    /// The rich text block that a person's message carries.
    static ArrayNode block(String text, String blockId) {
        ArrayNode blocks = Json.array();
        ArrayNode line = blocks.addObject()
                .put("type", "rich_text")
                .put("block_id", blockId)
                .putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .putArray("elements");
        int from = 0;
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            plain(line, text.substring(from, references.start()));
            refer(line, references.group(1));
            from = references.end();
        }
        plain(line, text.substring(from));
        return blocks;
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static void refer(ArrayNode line, String reference) {
        ObjectNode element = line.addObject();
        switch (reference.charAt(0)) {
            case '@' -> element.put("type", "user").put("user_id", reference.substring(1));
            case '#' -> element.put("type", "channel").put("channel_id", reference.substring(1));
            case '!' -> element.put("type", "broadcast").put("range", reference.substring(1));
            default -> element.put("type", "link").put("url", unescaped(reference));
        }
    }

    private static void plain(ArrayNode line, String text) {
        if (!text.isEmpty()) {
            line.addObject().put("type", "text").put("text", unescaped(text));
        }
    }

    private static String escaped(String typed) {
        var out = new StringBuilder();
        int from = 0;
        Matcher references = REFERENCE.matcher(typed);
        while (references.find()) {
            out.append(escape(typed.substring(from, references.start()))).append(references.group());
            from = references.end();
        }
        return out.append(escape(typed.substring(from))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String reference(MatchResult name, boolean handle) {
        String word = name.group(2);
        if (name.group(1).equals("#")) {
            return Team.ROOMS.stream()
                    .filter(room -> room.name().equalsIgnoreCase(word))
                    .findFirst()
                    .map(room -> "<#" + room.id() + "|" + room.name() + ">")
                    .orElse(name.group());
        }
        if (word.equalsIgnoreCase("cowork")) {
            return "<@" + Team.BOT_USER + (handle ? "|cowork>" : ">");
        }
        return Team.called(word)
                .map(person -> "<@" + person.id() + (handle ? "|" + person.name() : "") + ">")
                .orElse(name.group());
    }
}
