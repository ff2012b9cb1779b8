package dev.cowork.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.model.view.Views;
import com.slack.api.util.json.GsonFactory;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a [Reply] into what Slack expects as the answer to its request. What needs a call to Slack (opening a modal)
/// happens beside the answer, never before it.
@ApplicationScoped
class Acknowledging {
    private static final Gson GSON = GsonFactory.createSnakeCase();
    private final SlackCalls calls;

    Acknowledging(SlackCalls calls) {
        this.calls = calls;
    }

    Response answer(Inbound inbound, Reply reply) {
        return switch (reply) {
            case Reply.Later _, Reply.Done _ -> Response.ok();
            case Reply.Errors errors -> action("errors", "errors", GSON.toJsonTree(errors.byBlock()));
            case Reply.Open open -> beside(inbound, "views.open", Map.of(), open.view());
            case Reply.Push push ->
                inbound instanceof Inbound.Submitted
                        ? action("push", "view", GSON.toJsonTree(push.view()))
                        : beside(inbound, "views.push", Map.of(), push.view());
            case Reply.Change change ->
                inbound instanceof Inbound.Submitted
                        ? action("update", "view", GSON.toJsonTree(change.view()))
                        : beside(inbound, "views.update", opened(inbound), change.view());
            case Reply.Whisper whisper -> whisper(inbound, whisper.text());
        };
    }

    private static Response action(String name, String field, com.google.gson.JsonElement value) {
        var body = new JsonObject();
        body.addProperty("response_action", name);
        body.add(field, value);
        return Response.json(200, body.toString());
    }

    private Response beside(Inbound inbound, String method, Map<String, String> more, View view) {
        var fields = new HashMap<>(more);
        fields.put("view", GSON.toJson(view));
        if (!method.equals("views.update")) {
            fields.put("trigger_id", trigger(inbound));
        }
        callBeside(inbound, method, fields);
        return Response.ok();
    }

    /// In answer to a command the whisper is the acknowledgement itself; otherwise a message only the person sees.
    private Response whisper(Inbound inbound, String text) {
        return switch (inbound) {
            case Inbound.Commanded _ -> {
                var body = new JsonObject();
                body.addProperty("response_type", "ephemeral");
                body.addProperty("text", text);
                yield Response.json(200, body.toString());
            }
            case Inbound.Pressed pressed -> {
                pressed.where()
                        .ifPresentOrElse(
                                spot -> whisperAt(spot, inbound, text),
                                () -> beside(inbound, "views.open", Map.of(), sentence(text)));
                yield Response.ok();
            }
            case Inbound.Chosen chosen -> {
                chosen.message().ifPresent(quoted -> whisperAt(quoted.spot(), inbound, text));
                yield Response.ok();
            }
            case Inbound.Submitted _ -> action("update", "view", GSON.toJsonTree(sentence(text)));
            case Inbound.Said _, Inbound.HomeOpened _, Inbound.Stopped _, Inbound.Reacted _ -> Response.ok();
        };
    }

    /// App Home has no place for a sentence that only one person sees, and a form has none beside its fields.
    private static View sentence(String text) {
        return Views.view(it -> it.type("modal")
                .title(ViewTitle.builder().type("plain_text").text("Cowork").build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(List.of(section(block -> block.text(markdownText(text))))));
    }

    private void whisperAt(Inbound.Spot spot, Inbound inbound, String text) {
        var fields = new HashMap<>(Map.of(
                "channel", spot.channel(),
                "user", inbound.gesture().member().value(),
                "text", text));
        var thread = spot.besides().ts();
        if (!thread.isEmpty()) {
            fields.put("thread_ts", thread);
        }
        callBeside(inbound, "chat.postEphemeral", fields);
    }

    private void callBeside(Inbound inbound, String method, Map<String, String> fields) {
        Thread.ofVirtual().name("beside-" + method).start(Within.carried(() -> {
            var outcome = calls.call(inbound.gesture().workspace(), method, fields);
            if (!(outcome instanceof SlackCalls.Outcome.Ok)) {
                Log.warnf("%s beside an acknowledgement: %s", method, outcome.why());
            }
        }));
    }

    private static Map<String, String> opened(Inbound inbound) {
        var view =
                inbound instanceof Inbound.Pressed pressed ? pressed.view() : java.util.Optional.<Inbound.Form>empty();
        return view.map(form -> form.hash().isEmpty()
                        ? Map.of("view_id", form.viewId())
                        : Map.of("view_id", form.viewId(), "hash", form.hash()))
                .orElse(Map.of());
    }

    private static String trigger(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Commanded commanded -> commanded.triggerId();
            case Inbound.Pressed pressed -> pressed.triggerId();
            case Inbound.Chosen chosen -> chosen.triggerId();
            case Inbound.Said _, Inbound.Submitted _, Inbound.HomeOpened _, Inbound.Stopped _, Inbound.Reacted _ -> "";
        };
    }
}
