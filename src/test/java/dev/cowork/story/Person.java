package dev.cowork.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// One of the people at the desk, with what they can do and see.
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Playground slack;
    private final String id;
    private final String name;

    Person(Playground slack, String id, String name) {
        this.slack = slack;
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /// Where the bot and this person talk alone.
    public String direct() {
        return "D" + id.substring(1);
    }

    /// Types a slash command in a channel.
    public void types(String command, String channel) {
        done(act("command", Map.of("channel", channel, "text", command)), command);
    }

    /// Types a command that opens a modal.
    public Modal typesForForm(String command, String channel) {
        types(command, channel);
        return modal();
    }

    /// Begins a session by a command with text; gives back its thread.
    public CaseThread cowork(String text) {
        var before = posts(Desk.SUPPORT).stream().map(Post::ts).toList();
        types("/cowork " + text, Desk.SUPPORT);
        var card = sees(Desk.SUPPORT, "a case card", post -> !before.contains(post.ts()) && post.has("Close session"));
        return new CaseThread(this, card);
    }

    /// Sends off an opening form and gives back the thread of the case that comes of it.
    public CaseThread opens(Modal form, Map<String, ?> values) {
        var before = posts(Desk.SUPPORT).stream().map(Post::ts).toList();
        form.submit(values);
        var card = sees(Desk.SUPPORT, "a case card", post -> !before.contains(post.ts()) && post.has("Close session"));
        return new CaseThread(this, card);
    }

    /// Writes a message; gives back its timestamp.
    public String says(String channel, Optional<String> thread, String text) {
        var wish = new HashMap<String, Object>(Map.of("channel", channel, "text", text));
        thread.ifPresent(ts -> wish.put("thread_ts", ts));
        return done(act("message", wish), text).path("ts").asText();
    }

    public void usesShortcut(String callback, String channel, String ts) {
        done(act("shortcut", Map.of("callback_id", callback, "channel", channel, "message_ts", ts)), callback);
    }

    /// Presses a button of a message by the words on it.
    public void presses(Post post, String label) {
        press(Map.of("channel", post.channel(), "message_ts", post.ts(), "label", label));
    }

    /// Puts an emoji under a message, or takes it away again.
    public void reacts(Post post, String emoji) {
        done(act("react", Map.of("channel", post.channel(), "message_ts", post.ts(), "name", emoji)), emoji);
    }

    /// Presses a button that opens a modal.
    public Modal pressesForForm(Post post, String label) {
        var open = topmost();
        presses(post, label);
        return modalOther(open);
    }

    /// The hash of the modal that stands open; empty where none does.
    String topmost() {
        var open = slack.seenBy(id).path("modals");
        return open.path(open.size() - 1).path("hash").asText();
    }

    /// The modal that opens before this person.
    public Modal modal() {
        return modalOther("");
    }

    /// The topmost modal as soon as it is another than that.
    Modal modalOther(String hash) {
        var found = new AtomicReference<JsonNode>();
        Eventually.is(
                name + " sees a modal",
                PATIENCE,
                () -> {
                    var open = slack.seenBy(id).path("modals");
                    var top = open.path(open.size() - 1);
                    found.set(top);
                    return !top.isMissingNode() && !top.path("hash").asText().equals(hash);
                },
                () -> slack.seenBy(id).path("modals"));
        return new Modal(this, found.get());
    }

    /// Presses Slack's stop button in a thread.
    void stops(String channel, String thread) {
        done(act("stop", Map.of("channel", channel, "thread_ts", thread)), "stop");
    }

    String statusOf(String thread) {
        for (var session : slack.seenBy(id).path("sessions")) {
            if (session.path("thread_ts").asText().equals(thread)) {
                return session.path("status").asText();
            }
        }
        return "none";
    }

    public boolean hasNoModal() {
        return slack.seenBy(id).path("modals").isEmpty();
    }

    public List<Post> posts(String channel) {
        return slack.posts(id, channel);
    }

    /// The newest message of a channel that is so, waited for.
    public Post sees(String channel, String what, Predicate<Post> so) {
        var found = new AtomicReference<Optional<Post>>(Optional.empty());
        Eventually.is(
                name + " sees " + what,
                PATIENCE,
                () -> {
                    found.set(posts(channel).stream().filter(so).reduce((_, last) -> last));
                    return found.get().isPresent();
                },
                () -> told(posts(channel)));
        return found.get().orElseThrow();
    }

    /// What only this person sees, waited for.
    public Post isTold(String channel, String words) {
        return sees(channel, "only for them: " + words, post -> post.isOnlyForOne() && post.says(words));
    }

    /// Opens App Home; it is put up before long.
    public HomeTab opensHome() {
        done(act("home", Map.of()), "home");
        var home = new HomeTab(this);
        home.shows("says what else there is");
        return home;
    }

    JsonNode atHome() {
        return slack.seenBy(id).path("home");
    }

    JsonNode press(Map<String, ?> wish) {
        return done(act("press", wish), wish.toString());
    }

    JsonNode act(String deed, Map<String, ?> wish) {
        var all = new HashMap<String, Object>(wish);
        all.put("user", id);
        return slack.act(deed, all);
    }

    private JsonNode done(JsonNode answer, String what) {
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(name + " could not do “" + what + "”: " + answer);
        }
        return answer;
    }

    static String told(List<Post> posts) {
        var told = new StringBuilder("Seen was:\n");
        posts.forEach(post -> told.append("--- ")
                .append(post.ts())
                .append(" in ")
                .append(post.thread())
                .append(" by ")
                .append(post.user())
                .append(post.isOnlyForOne() ? " (for one)" : "")
                .append('\n')
                .append(post.words())
                .append('\n')
                .append(post.buttons())
                .append('\n'));
        return told.toString();
    }
}
