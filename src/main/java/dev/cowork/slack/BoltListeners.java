package dev.cowork.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageBotEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.cowork.delivery.Outbox;
import dev.cowork.workspace.install.Installing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Our handlers in Bolt: each turns Bolt's payload into the product's words and passes it on. One pattern per type, so
/// that nothing depends on the order in which Bolt looks through its maps.
@ApplicationScoped
class BoltListeners {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private final Translating translating;
    private final Instance<Passing> passing;
    private final Outbox outbox;
    private final Installing installing;

    BoltListeners(Translating translating, Instance<Passing> passing, Outbox outbox, Installing installing) {
        this.outbox = outbox;
        this.installing = installing;
        this.translating = translating;
        this.passing = passing;
    }

    void register(App app) {
        app.command(ANY, (request, context) -> pass(() -> translating.command(request.getPayload())));
        app.blockAction(ANY, (request, context) -> pass(() -> translating.press(request.getPayload())));
        app.viewSubmission(ANY, (request, context) -> pass(() -> translating.form(request.getPayload())));
        app.viewClosed(ANY, (request, context) -> Response.ok());
        app.globalShortcut(ANY, (request, context) -> pass(() -> translating.shortcut(request.getPayload())));
        app.messageShortcut(ANY, (request, context) -> pass(() -> translating.shortcut(request.getPayload())));
        app.event(MessageEvent.class, (event, context) -> said());
        // Also our own, where the workspace gave us a name.
        app.event(MessageBotEvent.class, (event, context) -> said());
        app.event(MessageFileShareEvent.class, (event, context) -> said());
        app.event(MessageThreadBroadcastEvent.class, (event, context) -> said());
        app.event(AppMentionEvent.class, (event, context) -> said());
        app.event(
                AppHomeOpenedEvent.class,
                (event, context) -> pass(() -> translating.homeOpened(
                        event.getEvent().getUser(), event.getEvent().getTab())));
        app.event(ReactionAddedEvent.class, (event, context) -> reacted());
        app.event(ReactionRemovedEvent.class, (event, context) -> reacted());
        app.event(AppUninstalledEvent.class, (event, context) -> lockedOut("app_uninstalled"));
        app.event(
                TokensRevokedEvent.class,
                (event, context) -> event.getEvent().getTokens().getBot() == null
                                || event.getEvent().getTokens().getBot().isEmpty()
                        ? Response.ok()
                        : lockedOut("tokens_revoked"));
        app.event(
                AgentSessionStoppedEvent.class,
                (event, context) -> pass(() -> translating.stopped(
                        event.getEvent().getUser(),
                        event.getEvent().getChannel(),
                        event.getEvent().getThreadTs())));
    }

    private Response lockedOut(String why) {
        var parcel = Passage.CURRENT.get().parcel();
        var at = Instant.ofEpochSecond(parcel.payload().path("event_time").asLong());
        if (installing.uninstalled(parcel.workspace(), at)) {
            outbox.suspend(parcel.workspace(), why);
        }
        return Response.ok();
    }

    private Response pass(Supplier<Inbound> translation) {
        return passing.get().pass(readable(translation));
    }

    private Response reacted() {
        return readable(translating::reacted).map(passing.get()::pass).orElseGet(Response::ok);
    }

    private Response said() {
        return readable(translating::said).map(passing.get()::pass).orElseGet(Response::ok);
    }

    /// Bolt's payloads are filled as far as the JSON went: anything may be missing in a forged one.
    private static <T> T readable(Supplier<T> translation) {
        try {
            return translation.get();
        } catch (NullPointerException | IllegalArgumentException | NoSuchElementException e) {
            throw new UnreadableException("something is missing in it: " + e.getMessage());
        }
    }
}
