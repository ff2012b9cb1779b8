package dev.cowork.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The playbook's texts, page by page.
@ApplicationScoped
public class Playbook {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z]+)}");

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /// @throws IllegalStateException if there is no such page
    public Page page(String name) {
        return pages.computeIfAbsent(name, Page::read);
    }

    /// The text with its blanks such as `{price}` filled in.
    ///
    /// @throws IllegalStateException if a blank has no value: a sentence with a hole must never reach a customer
    public static String filled(String text, Map<String, String> values) {
        return BLANK.matcher(text).replaceAll(blank -> {
            var value = values.get(blank.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing fills {" + blank.group(1) + "} in \"" + text + "\"");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
