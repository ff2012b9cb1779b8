package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// All things of one kind, in the order of their ids, each change written through to the [Store].
final class Shelf {
    private final String kind;
    private final Store store;
    private final NavigableMap<String, ObjectNode> things = new ConcurrentSkipListMap<>();

    Shelf(String kind, Store store) {
        this.kind = kind;
        this.store = store;
    }

    @Nullable
    ObjectNode get(String id) {
        return things.get(id);
    }

    /// Must be called again after each change of a thing: that is what writes it.
    ObjectNode put(String id, ObjectNode thing) {
        things.put(id, thing);
        store.put(kind, id, Json.write(thing));
        return thing;
    }

    void remove(String id) {
        if (things.remove(id) != null) {
            store.remove(kind, id);
        }
    }

    Collection<ObjectNode> all() {
        return things.values();
    }

    NavigableMap<String, ObjectNode> startingWith(String prefix) {
        return things.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    void loaded(String id, ObjectNode thing) {
        things.put(id, thing);
    }

    void clear() {
        for (String id : things.keySet()) {
            remove(id);
        }
    }
}
