package dev.cowork.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A session's thread, seen by the person who works in it.
public final class CaseThread {
    private final Person person;
    private final String channel;
    private final String root;

    CaseThread(Person person, Post card) {
        this.person = person;
        this.channel = card.channel();
        this.root = card.thread();
    }

    /// The same thread before another person's eyes.
    public CaseThread seenBy(Person other) {
        return new CaseThread(other, card());
    }

    public String channel() {
        return channel;
    }

    public String root() {
        return root;
    }

    /// The case card above the thread, as it is now.
    public Post card() {
        return person.sees(channel, "the case card", post -> post.ts().equals(root));
    }

    /// The person writes in the thread.
    public CaseThread says(String words) {
        person.says(channel, Optional.of(root), words);
        return this;
    }

    /// Waits until the words are to be read in the thread, and written to the end.
    public Post shows(String words) {
        return sees("“" + words + "” in the thread", post -> post.says(words) && !post.isLive());
    }

    /// Waits for the newest message with that button.
    public Post offers(String button) {
        return sees("a button `" + button + "` in the thread", post -> post.has(button) && !post.isLive());
    }

    public Post sees(String what, Predicate<Post> so) {
        return person.sees(channel, what, post -> post.thread().equals(root) && so.test(post));
    }

    public void presses(String button) {
        person.presses(offers(button), button);
    }

    public Modal pressesForForm(String button) {
        return person.pressesForForm(offers(button), button);
    }

    /// All that stands in it now, the case card first.
    public List<Post> posts() {
        return person.posts(channel).stream()
                .filter(post -> post.thread().equals(root))
                .toList();
    }

    /// Whether nothing like it is there.
    public boolean isWithout(String words) {
        return posts().stream().noneMatch(post -> post.says(words));
    }

    /// What Slack's status line says of it; `none` where it says nothing.
    public String status() {
        return person.statusOf(root);
    }

    /// The person presses the stop button beside the status line.
    public void isStopped() {
        person.stops(channel, root);
    }

    /// Closes the session with this outcome.
    public void closes(String outcome) {
        var form = person.pressesForForm(card(), "Close session");
        form.submit(Map.of(form.fields().getFirst(), outcome));
    }
}
