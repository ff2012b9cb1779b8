package dev.cowork.demo;

import dev.cowork.story.Desk;
import dev.cowork.story.Playground;
import dev.cowork.story.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Prints what the channels show, as it appears, while the demonstration waits for its next step.
final class Screen {
    private static final String BOT = "UCOWORK01";
    private static final long PATIENCE_SECONDS = 60;
    private static final Map<String, String> CHANNELS =
            Map.of(Desk.SUPPORT, "#support", Desk.APPROVALS, "#support-approvals", Desk.TIPS, "#claude-support-tips");

    private static final Map<String, String> PEOPLE =
            Map.of("UANA00001", "Ana", "UNOA00001", "Noa", "USAM00001", "Sam", "UMIA00001", "Mia");

    private final Playground slack;
    private final Map<String, List<String>> printed = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();

    Screen(Desk desk) {
        slack = desk.slack();
    }

    static void line(String words) {
        System.out.println(words);
        System.out.flush();
    }

    void tell(String deed) {
        line("\n▸ " + deed);
    }

    /// Remembers what stands in the thread, so that [#answered] waits for something new.
    void expectsAnswer(String root) {
        var seen = new HashSet<String>();
        posts(Desk.SUPPORT).forEach(post -> seen.add(post.ts()));
        before.put(root, seen);
    }

    /// Waits until the partner has said something new in the thread and falls silent.
    void answered(String root) {
        var seen = before.getOrDefault(root, Set.of(root));
        waitFor(
                "an answer of the partner",
                Desk.SUPPORT,
                post -> post.thread().equals(root)
                        && post.user().equals(BOT)
                        && !seen.contains(post.ts())
                        && !post.isLive());
        var silentSince = System.nanoTime();
        var stand = posts(Desk.SUPPORT);
        while (System.nanoTime() - silentSince < 1_500_000_000L) {
            rest();
            look();
            var now = posts(Desk.SUPPORT);
            if (!now.equals(stand)) {
                stand = now;
                silentSince = System.nanoTime();
            }
        }
    }

    /// Waits for the newest message of a channel that is so, printing meanwhile.
    Post waitFor(String what, String channel, Predicate<Post> so) {
        var until = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (true) {
            look();
            var found = posts(channel).stream()
                    .filter(post -> !post.isLive() && so.test(post))
                    .reduce((_, last) -> last);
            if (found.isPresent()) {
                look();
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        what + " did not appear in " + CHANNELS.get(channel) + " within " + PATIENCE_SECONDS + " s.");
            }
            rest();
        }
    }

    private void look() {
        for (var channel : List.of(Desk.SUPPORT, Desk.APPROVALS, Desk.TIPS)) {
            for (var post : posts(channel)) {
                if (post.user().equals(BOT) && !post.isLive() && !post.words().startsWith("Working on it")) {
                    show(post);
                }
            }
        }
    }

    /// Prints a message; of one that changed, what is new in it.
    private void show(Post post) {
        var lines = lines(post);
        var last = printed.put(post.channel() + post.ts(), lines);
        var fresh = last == null
                ? lines
                : lines.stream().filter(line -> !last.contains(line)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        var where = CHANNELS.get(post.channel()) + (post.thread().equals(post.ts()) ? "" : " › thread");
        line("\n  Cowork in " + where + (post.isOnlyForOne() ? ", only for one person" : "")
                + (last == null ? ":" : ", changed:"));
        fresh.forEach(line -> line("  │ " + line));
    }

    private static List<String> lines(Post post) {
        var lines = new ArrayList<>(readable(post.words()).lines().toList());
        if (!post.buttons().isEmpty()) {
            lines.add("[" + String.join("] [", post.buttons()) + "]");
        }
        return lines;
    }

    private static String readable(String words) {
        var named = words;
        for (var person : PEOPLE.entrySet()) {
            named = named.replace("<@" + person.getKey() + ">", "@" + person.getValue());
        }
        return named.replaceAll("<!date\\^[^|>]*\\|([^>]*)>", "$1");
    }

    /// Whether it has come since the last [#expectsAnswer].
    boolean isNew(String root, Post post) {
        return !before.getOrDefault(root, Set.of()).contains(post.ts());
    }

    private List<Post> posts(String channel) {
        return slack.posts("UANA00001", channel);
    }

    private static void rest() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
