package dev.cowork.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Finds a channel's id by its name, and remembers it; remembers for a while who can read it.
@ApplicationScoped
class Channels {
    /// A channel made private in Slack is taken for open no longer than this.
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final Pattern ID = Pattern.compile("[CDGUW][A-Z0-9]{5,}");
    private static final int MOST_PAGES = 50;
    private final SlackCalls calls;
    private final InstantSource clock;
    private final Map<Name, String> ids = new ConcurrentHashMap<>();
    /// Until when Slack wants no such question, as [System#nanoTime] counts.
    private final Map<WorkspaceId, Long> quietUntil = new ConcurrentHashMap<>();

    /// Another workspace has other channels of the same name.
    private record Name(WorkspaceId workspace, String name) {}

    /// What Slack told of a channel.
    ///
    /// @param open whether everybody can read it
    private record Told(boolean open, Instant at) {}

    /// By id; ids are Slack's own and the same nowhere else.
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /// When Slack's list was last without them.
    private final Map<Name, Instant> missing = new ConcurrentHashMap<>();

    /// Of whom Slack is being asked beside the work.
    private final Set<Name> asked = ConcurrentHashMap.newKeySet();

    Channels(SlackCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// The id of a channel given by name or id. A name Slack does not list is given back as it is: Slack then says
    /// itself what is wrong with it. Empty where Slack cannot be asked just now.
    Optional<String> idOf(WorkspaceId workspace, String nameOrId) {
        return knownIdOf(workspace, nameOrId).or(() -> lookUp(new Name(workspace, withoutMark(nameOrId))));
    }

    /// As [#idOf], as far as it is known without asking Slack.
    Optional<String> knownIdOf(WorkspaceId workspace, String nameOrId) {
        var name = withoutMark(nameOrId);
        return ID.matcher(name).matches() ? Optional.of(name) : Optional.ofNullable(ids.get(new Name(workspace, name)));
    }

    /// Whether everybody in the workspace can read the channel; not where Slack has not told us lately.
    boolean isOpen(WorkspaceId workspace, String nameOrId) {
        return toldOf(workspace, nameOrId, FRESH).filter(Told::open).isPresent();
    }

    /// Whether Slack has told us lately who can read the channel.
    boolean isKnown(WorkspaceId workspace, String nameOrId) {
        return toldOf(workspace, nameOrId, FRESH).isPresent();
    }

    /// Asks Slack beside the work, and once more before what it told is too old.
    void learn(WorkspaceId workspace, String nameOrId) {
        var wanted = new Name(workspace, withoutMark(nameOrId));
        if (toldOf(workspace, nameOrId, FRESH.dividedBy(2)).isEmpty() && asked.add(wanted)) {
            Thread.ofVirtual().name("channels").start(Within.carried(() -> {
                try {
                    look(wanted);
                } finally {
                    asked.remove(wanted);
                }
            }));
        }
    }

    /// Asks Slack now where it has not told lately.
    void learnNow(WorkspaceId workspace, String nameOrId) {
        if (!isKnown(workspace, nameOrId)) {
            look(new Name(workspace, withoutMark(nameOrId)));
        }
    }

    private static String withoutMark(String nameOrId) {
        return nameOrId.replaceFirst("^#", "");
    }

    private Optional<Told> toldOf(WorkspaceId workspace, String nameOrId, Duration age) {
        return knownIdOf(workspace, nameOrId)
                .map(told::get)
                .or(() -> Optional.ofNullable(missing.get(new Name(workspace, withoutMark(nameOrId))))
                        .map(at -> new Told(false, at)))
                .filter(it -> it.at().isAfter(clock.instant().minus(age)));
    }

    private void look(Name wanted) {
        knownIdOf(wanted.workspace(), wanted.name())
                .ifPresentOrElse(id -> lookAt(wanted.workspace(), id), () -> lookUp(wanted));
    }

    /// One call, however many channels there are.
    private void lookAt(WorkspaceId workspace, String id) {
        if (isToBeQuiet(workspace)) {
            return;
        }
        switch (calls.call(workspace, "conversations.info", Map.of("channel", id))) {
            case SlackCalls.Outcome.Ok(RawAnswer answer)
            when answer.channel != null && answer.channel.isJsonObject() -> {
                var channel = answer.channel.getAsJsonObject();
                // It may have another name since.
                ids.entrySet()
                        .removeIf(it -> it.getValue().equals(id)
                                && !it.getKey()
                                        .equals(nameOf(workspace, channel).orElse(it.getKey())));
                keep(workspace, channel);
            }
            // Not for us to see, or gone.
            case SlackCalls.Outcome.No(String error)
            when error.equals("channel_not_found") -> told.put(id, new Told(false, clock.instant()));
            // What Slack does not tell of one channel it may tell of all.
            case SlackCalls.Outcome.No no
            when !no.isLockedOut() ->
                list(workspace, () -> toldOf(workspace, id, FRESH).isPresent());
            case SlackCalls.Outcome outcome -> heed(workspace, outcome);
        }
    }

    private Optional<String> lookUp(Name wanted) {
        if (toldOf(wanted.workspace(), wanted.name(), FRESH).isPresent()) {
            return Optional.of(wanted.name());
        }
        var broken = list(wanted.workspace(), () -> ids.containsKey(wanted));
        if (ids.containsKey(wanted)) {
            return Optional.of(ids.get(wanted));
        }
        if (broken.isEmpty()) {
            missing.put(wanted, clock.instant());
        }
        // Where Slack does not let us ask, it is for Slack to say what it thinks of the name.
        return broken.isEmpty() || broken.get() instanceof SlackCalls.Outcome.No no && !no.isLockedOut()
                ? Optional.of(wanted.name())
                : Optional.empty();
    }

    /// Keeps what Slack lists, page by page, until it is enough.
    ///
    /// @return how it ended where it was neither enough nor all there is
    private Optional<SlackCalls.Outcome> list(WorkspaceId workspace, BooleanSupplier isEnough) {
        var fields = new HashMap<>(
                Map.of("types", "public_channel,private_channel", "exclude_archived", "true", "limit", "200"));
        for (int page = 0; page < MOST_PAGES && !isEnough.getAsBoolean(); page++) {
            var outcome = isToBeQuiet(workspace)
                    ? new SlackCalls.Outcome.Limited(Duration.ZERO)
                    : calls.call(workspace, "conversations.list", fields);
            if (!(outcome instanceof SlackCalls.Outcome.Ok(RawAnswer answer))) {
                heed(workspace, outcome);
                return Optional.of(outcome);
            }
            for (var channel : Optional.ofNullable(answer.channels).orElseGet(JsonArray::new)) {
                keep(workspace, channel.getAsJsonObject());
            }
            var cursor = answer.nextCursor();
            if (cursor.isEmpty()) {
                break;
            }
            fields.put("cursor", cursor);
        }
        return Optional.empty();
    }

    private boolean isToBeQuiet(WorkspaceId workspace) {
        var until = quietUntil.get(workspace);
        return until != null && System.nanoTime() - until < 0;
    }

    private void heed(WorkspaceId workspace, SlackCalls.Outcome outcome) {
        Log.warnf("channels of %s cannot be asked about: %s", workspace, outcome.why());
        if (outcome instanceof SlackCalls.Outcome.Limited(Duration pause) && pause.isPositive()) {
            quietUntil.put(workspace, System.nanoTime() + pause.toNanos());
        }
    }

    private void keep(WorkspaceId workspace, JsonObject channel) {
        var name = nameOf(workspace, channel);
        if (name.isPresent() && channel.has("id")) {
            var id = channel.get("id").getAsString();
            ids.put(name.get(), id);
            told.put(
                    id,
                    new Told(
                            !channel.has("is_private")
                                    || !channel.get("is_private").getAsBoolean(),
                            clock.instant()));
        }
    }

    private static Optional<Name> nameOf(WorkspaceId workspace, JsonObject channel) {
        return Optional.ofNullable(channel.get("name"))
                .map(JsonElement::getAsString)
                .map(it -> new Name(workspace, it));
    }
}
