package dev.cowork.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackFiles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/// Brings in what an administrator sent: fetches the file from Slack, takes it in, and says what came of it.
@ApplicationScoped
class FetchingFile implements Errand {
    static final String KIND = "knowledge-file";
    private static final JsonMapper JSON = new JsonMapper();

    private final SlackFiles slack;
    private final BringingKnowledge bringing;
    private final Posting posting;

    FetchingFile(SlackFiles slack, BringingKnowledge bringing, Posting posting) {
        this.slack = slack;
        this.bringing = bringing;
        this.posting = posting;
    }

    /// @param file Slack's id of it; empty where `text` is all there is
    /// @param by the member who sent it
    record Order(String file, String name, String text, String kind, boolean isInternal, String by) {
        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("an order cannot be written down", impossible);
            }
        }

        static Order read(String json) {
            try {
                return JSON.readValue(json, Order.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("an order cannot be read", e);
            }
        }

        @Override
        public String toString() {
            return "Order[" + file + "]";
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var order = Order.read(delivery.body());
        if (order.file().isEmpty()) {
            tell(delivery, order, KnowledgeCard.of(bring(delivery, order, order.name(), order.text())));
            return;
        }
        switch (slack.read(delivery.workspace(), order.file(), 4 * NewFile.LARGEST)) {
            case SlackFiles.Found.Text(String name, String text) ->
                tell(delivery, order, KnowledgeCard.of(bring(delivery, order, name, text)));
            case SlackFiles.Found.Refused(String name, String why) ->
                tell(delivery, order, KnowledgeCard.of(new Brought.Refused(name, why)));
        }
    }

    private Brought bring(Delivery delivery, Order order, String name, String text) {
        return bringing.bring(NewFile.of(
                delivery.workspace().value(),
                name,
                KnowledgeKind.of(order.kind()),
                order.isInternal(),
                text,
                order.by()));
    }

    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        var order = Order.read(delivery.body());
        posting.say(
                delivery.workspace(),
                order.by(),
                told(delivery),
                KnowledgeCard.note(
                        "A file for the knowledge could not be brought in. Please send it again; whoever runs"
                                + " me finds it by the reference `" + delivery.reference() + "`."));
    }

    private void tell(Delivery delivery, Order order, Message message) {
        QuarkusTransaction.requiringNew()
                .run(() -> posting.say(delivery.workspace(), order.by(), told(delivery), message));
    }

    private static Key told(Delivery delivery) {
        return Key.of(delivery.key(), "told");
    }
}
