package dev.cowork.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Turns Bolt's payloads into the product's words. Who did it is read from Slack's signed payload and nowhere else.
@ApplicationScoped
class Translating {
    private final BotIdentity bot;

    Translating(BotIdentity bot) {
        this.bot = bot;
    }

    Inbound command(SlashCommandPayload payload) {
        return new Inbound.Commanded(
                gesture(payload.getUserId(), payload.getTeamId()),
                text(payload.getChannelId()),
                Clean.text(payload.getText()).strip(),
                text(payload.getTriggerId()),
                text(payload.getResponseUrl()));
    }

    Inbound press(BlockActionPayload payload) {
        var action = payload.getActions().getFirst();
        var view =
                payload.getView() == null ? Optional.<Inbound.Form>empty() : Optional.of(Forms.read(payload.getView()));
        return new Inbound.Pressed(
                gesture(payload.getUser().getId(), payload.getUser().getTeamId()),
                action.getActionId(),
                Forms.chosen(action),
                text(payload.getTriggerId()),
                spot(payload),
                view);
    }

    Inbound form(ViewSubmissionPayload payload) {
        return new Inbound.Submitted(
                gesture(payload.getUser().getId(), payload.getUser().getTeamId()), Forms.read(payload.getView()));
    }

    Inbound shortcut(GlobalShortcutPayload payload) {
        return new Inbound.Chosen(
                gesture(payload.getUser().getId(), payload.getUser().getTeamId()),
                payload.getCallbackId(),
                text(payload.getTriggerId()),
                Optional.empty());
    }

    Inbound shortcut(MessageShortcutPayload payload) {
        var message = payload.getMessage();
        var ts = message.getTs() == null ? text(payload.getMessageTs()) : message.getTs();
        var thread = message.getThreadTs() == null ? ts : message.getThreadTs();
        var channel = payload.getChannel().getId();
        var quoted = new Inbound.Quoted(
                new Inbound.Spot(channel, ts, new ThreadRef(channel, thread)),
                text(message.getUser()),
                Clean.text(message.getText()));
        return new Inbound.Chosen(
                gesture(payload.getUser().getId(), payload.getUser().getTeamId()),
                payload.getCallbackId(),
                text(payload.getTriggerId()),
                Optional.of(quoted));
    }

    /// A person's message; empty for bots', our own and Slackbot's.
    Optional<Inbound> said() {
        var parcel = Passage.CURRENT.get().parcel();
        var payload = parcel.payload();
        var event = payload.path("event");
        var member = event.path("user").asText();
        var fromBot =
                event.hasNonNull("bot_id") || event.path("subtype").asText().equals("bot_message");
        var self = bot.idIn(parcel.workspace(), payload);
        if (member.isEmpty() || fromBot || member.equals(self) || member.equals("USLACKBOT")) {
            return Optional.empty();
        }
        return Optional.of(said(event, member, self));
    }

    private Inbound said(JsonNode event, String member, String self) {
        var channel = event.path("channel").asText();
        var ts = event.path("ts").asText();
        var root = event.path("thread_ts").asText(ts);
        var words = Clean.text(event.path("text").asText());
        var mention = "<@" + self + ">";
        var mentioned =
                event.path("type").asText().equals("app_mention") || (!self.isEmpty() && words.contains(mention));
        return new Inbound.Said(
                gesture(member, event.path("user_team").asText("")),
                channel,
                ts,
                root.equals(ts) ? Optional.empty() : Optional.of(new ThreadRef(channel, root)),
                words.replaceAll("<@" + self + "(\\|[^>]*)?>", "").strip(),
                mentioned,
                event.path("channel_type").asText().equals("im") || channel.startsWith("D"));
    }

    Inbound homeOpened(String member, String tab) {
        return new Inbound.HomeOpened(gesture(member, ""), tab == null ? "home" : tab);
    }

    /// Empty for what stands under something else than a message, and for our own.
    Optional<Inbound> reacted() {
        var payload = Passage.CURRENT.get().parcel().payload();
        var event = payload.path("event");
        var member = event.path("user").asText();
        var item = event.path("item");
        return member.isEmpty()
                        || member.equals(bot.idIn(Passage.CURRENT.get().parcel().workspace(), payload))
                        || !item.path("type").asText().equals("message")
                ? Optional.empty()
                : Optional.of(new Inbound.Reacted(
                        gesture(member, ""),
                        item.path("channel").asText(),
                        item.path("ts").asText(),
                        event.path("reaction").asText(),
                        event.path("type").asText().equals("reaction_removed")));
    }

    Inbound stopped(String member, String channel, String threadTs) {
        return new Inbound.Stopped(gesture(member, ""), new ThreadRef(channel, threadTs));
    }

    private static Gesture gesture(String member, String home) {
        var passage = Passage.CURRENT.get();
        var workspace = passage.parcel().workspace();
        var from = home == null || home.isEmpty() ? workspace : new WorkspaceId(home);
        return new Gesture(workspace, new MemberId(member), from, passage.key());
    }

    private static Optional<Inbound.Spot> spot(BlockActionPayload payload) {
        var container = payload.getContainer();
        var message = payload.getMessage();
        var ts = message != null && message.getTs() != null
                ? message.getTs()
                : container == null ? null : container.getMessageTs();
        var channel = payload.getChannel() != null
                ? payload.getChannel().getId()
                : container == null ? null : container.getChannelId();
        if (ts == null || channel == null) {
            return Optional.empty();
        }
        var root = message != null && message.getThreadTs() != null
                ? message.getThreadTs()
                : container != null && container.getThreadTs() != null ? container.getThreadTs() : ts;
        return Optional.of(new Inbound.Spot(channel, ts, new ThreadRef(channel, root)));
    }

    private static String text(String mayBeNull) {
        return mayBeNull == null ? "" : mayBeNull;
    }
}
