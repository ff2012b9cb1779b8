package dev.cowork.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Sender;
import dev.cowork.workspace.wall.Within;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A message of tasks whose states change while people look on: Slack's own plan where it streams, plain lines that are
/// rewritten where it does not. As best effort as [LiveText]: what [Posting#finish] puts is the truth.
final class LivePlan implements LiveText.Plan {
    /// A field of a chunk takes 256 characters.
    private static final int LONGEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveTarget target;
    private final String title;
    private final Outbox outbox;
    private final LiveMaking making;
    private final LiveMessages messages;
    private final Abilities abilities;
    private final SlackPace pace;
    private Optional<Thread> shower = Optional.empty();
    private final Map<String, LiveText.Task> tasks = new LinkedHashMap<>();
    private final Map<String, LiveText.Task> changed = new LinkedHashMap<>();
    private Optional<Sender.Place> place;
    private boolean isStream;
    private boolean ended;

    LivePlan(
            LiveTarget target,
            String title,
            Optional<Sender.Place> place,
            Outbox outbox,
            LiveMaking making,
            LiveMessages messages,
            Abilities abilities,
            SlackPace pace) {
        this.target = target;
        this.title = SlackText.cut(title, LONGEST);
        this.place = place;
        this.outbox = outbox;
        this.making = making;
        this.messages = messages;
        this.abilities = abilities;
        this.pace = pace;
    }

    void start(OpenStreams streams) {
        shower = Optional.of(Thread.ofVirtual()
                .name("plan-" + target.message())
                .start(() -> Within.workspace(target.workspace(), () -> streams.counted(this::show))));
    }

    @Override
    public synchronized void show(LiveText.Task task) {
        tasks.put(task.id(), task);
        changed.put(task.id(), task);
        notifyAll();
    }

    @Override
    public void end() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            if (shower.isPresent()) {
                shower.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        for (var next = next(); !next.isEmpty(); next = next()) {
            if (outbox.isPut(target.workspace(), Posting.lastWordsOf(target.message()))) {
                return;
            }
            show(next);
        }
    }

    /// Empty at the end.
    private synchronized List<LiveText.Task> next() {
        try {
            while (!ended && changed.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        var next = List.copyOf(changed.values());
        changed.clear();
        return ended ? List.of() : next;
    }

    private void show(List<LiveText.Task> next) {
        place = place.or(() -> outbox.place(target.workspace(), target.message()));
        var method = place.isEmpty() ? "chat.startStream" : isStream ? "chat.appendStream" : "chat.update";
        if (place.isEmpty() && making.isNoTimeToBegin(target)
                || !pace.forProgress(target.workspace(), method, target.thread().channel())) {
            putBack(next);
            return;
        }
        if (place.isEmpty()) {
            begin();
        } else if ((isStream ? add(next) : rewrite()) instanceof SlackCalls.Outcome.Limited) {
            putBack(next);
        }
    }

    /// Shown with the next change, or by the final words.
    private synchronized void putBack(List<LiveText.Task> next) {
        next.forEach(task -> changed.putIfAbsent(task.id(), task));
        try {
            if (!ended) {
                wait(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }

    private void begin() {
        if (abilities.has(Abilities.STREAMING)
                && making.plan(target, chunks(all(), true)) instanceof LiveMaking.Made.There(Sender.Place at)) {
            place = Optional.of(at);
            isStream = true;
            // What stands there is tasks and no words: the final words are written over it.
            messages.show(target.workspace(), target.message(), new LiveMessages.Shown("", true, true));
            return;
        }
        if (!abilities.has(Abilities.STREAMING)
                && making.placeholder(target) instanceof LiveMaking.Made.There(Sender.Place at)) {
            place = Optional.of(at);
            rewrite();
        }
    }

    private SlackCalls.Outcome add(List<LiveText.Task> next) {
        return making.append(target, place.orElseThrow(), "chunks", chunks(next, false));
    }

    private SlackCalls.Outcome rewrite() {
        var lines = all().stream().map(LivePlan::line).collect(Collectors.joining("\n"));
        return making.rewrite(target, place.orElseThrow(), title + "\n" + lines);
    }

    private synchronized List<LiveText.Task> all() {
        return List.copyOf(tasks.values());
    }

    private static String line(LiveText.Task task) {
        var sign = switch (task.state()) {
            case AT_WORK -> "…";
            case DONE -> "✓";
            case FAILED -> "✗";
        };
        return sign + " " + task.title() + (task.output().isEmpty() ? "" : ": " + task.output());
    }

    private String chunks(List<LiveText.Task> shown, boolean isFirst) {
        var chunks = new ArrayList<Map<String, String>>();
        if (isFirst) {
            chunks.add(Map.of("type", "plan_update", "title", title));
        }
        for (var task : shown) {
            var chunk = new LinkedHashMap<String, String>();
            chunk.put("type", "task_update");
            chunk.put("id", task.id());
            chunk.put("title", SlackText.cut(task.title(), LONGEST));
            chunk.put(
                    "status",
                    switch (task.state()) {
                        case AT_WORK -> "in_progress";
                        case DONE -> "complete";
                        case FAILED -> "error";
                    });
            if (!task.output().isEmpty()) {
                chunk.put("output", SlackText.cut(SlackText.disarmed(task.output()), LONGEST));
            }
            chunks.add(chunk);
        }
        try {
            return JSON.writeValueAsString(chunks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tasks cannot be written down", e);
        }
    }
}
