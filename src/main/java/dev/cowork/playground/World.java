package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Everything the local Slack remembers. One thing at a time: all reading and changing happens inside [#with].
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class World {
    private static final int BEFORE_ANYBODY_ASKS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Store store;
    private final Ids ids;
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();

    /// Channels and direct messages by id.
    final Shelf channels;

    /// Posts by `channel:ts`: the message as Slack shows it under `message`, and who alone sees it under `only_for`.
    final Shelf posts;

    /// Open modals by view id.
    final Shelf views;

    /// What each person has open, by user id: the ids of the modals from bottom to top under `views`.
    final Shelf stacks;

    /// Home tabs by user id.
    final Shelf homes;

    /// Agent sessions by `channel:thread_ts`.
    final Shelf sessions;

    /// Response URLs by id.
    final Shelf hooks;

    /// Events that are not yet acknowledged, by delivery id.
    final Shelf deliveries;

    /// Files people sent in forms, by id: what Slack tells of each, and its text under `playground_text`.
    final Shelf files;

    /// How far each person has read, by `user:channel`.
    final Shelf reads;

    /// What somebody was made, by user id: a guest, deactivated.
    final Shelf people;

    World(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
        channels = shelf("channel");
        posts = shelf("post");
        views = shelf("view");
        stacks = shelf("stack");
        homes = shelf("home");
        sessions = shelf("session");
        hooks = shelf("hook");
        deliveries = shelf("delivery");
        files = shelf("file");
        reads = shelf("read");
        people = shelf("person");
    }

    /// Runs the work alone, and returns when what it changed is on disk. May be nested.
    <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
            if (!lock.isHeldByCurrentThread()) {
                store.settle();
            }
        }
    }

    void open(@Observes @Priority(BEFORE_ANYBODY_ASKS) StartupEvent start) {
        store.open((kind, id, body) -> {
            Shelf shelf = shelves.get(kind);
            if (shelf != null) {
                shelf.loaded(id, Json.parseObject(body));
            }
        });
        posts.all().forEach(post -> ids.seen(Json.text(post.path("message"), "ts")));
        with(() -> {
            foundTeam();
            return true;
        });
    }

    /// Back to the first day: channels empty, nothing open, nothing under way.
    void reset() {
        with(() -> {
            shelves.values().forEach(Shelf::clear);
            foundTeam();
            return true;
        });
    }

    private void foundTeam() {
        for (Team.Room room : Team.ROOMS) {
            if (channels.get(room.id()) == null) {
                channels.put(room.id(), channel(room.id(), room.name(), room.purpose()));
            }
        }
        for (Team.Person person : Team.PEOPLE) {
            if (channels.get(person.dm()) == null) {
                channels.put(person.dm(), directMessage(person));
            }
        }
    }

    /// A public channel with everybody in it.
    static ObjectNode channel(String id, String name, String purpose) {
        ObjectNode channel = Json.object()
                .put("id", id)
                .put("name", name)
                .put("name_normalized", name)
                .put("is_channel", true)
                .put("is_group", false)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", false)
                .put("is_archived", false)
                .put("is_general", false)
                .put("is_shared", false)
                .put("created", 1_700_000_000)
                .put("creator", "UMIA00001");
        channel.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        channel.putObject("purpose").put("value", purpose).put("creator", "").put("last_set", 0);
        var members = channel.putArray("members").add(Team.BOT_USER);
        Team.PEOPLE.forEach(person -> members.add(person.id()));
        return channel;
    }

    private static ObjectNode directMessage(Team.Person person) {
        ObjectNode dm = Json.object()
                .put("id", person.dm())
                .put("is_im", true)
                .put("is_channel", false)
                .put("is_group", false)
                .put("is_private", true)
                .put("is_archived", false)
                .put("user", person.id())
                .put("created", 1_700_000_000);
        dm.putArray("members").add(Team.BOT_USER).add(person.id());
        return dm;
    }

    private Shelf shelf(String kind) {
        var shelf = new Shelf(kind, store);
        shelves.put(kind, shelf);
        return shelf;
    }
}
