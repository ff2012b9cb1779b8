package dev.cowork.session;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.slack.EarlierWords;
import dev.cowork.slack.ThreadRef;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Where somebody calls us into a thread, reads what was said there before, ahead of the first answer.
@ApplicationScoped
class ReadingEarlier implements Errand {
    static final String KIND = "earlier";

    private final EarlierWords words;
    private final NotingEarlier noting;
    private final Inbox inbox;

    ReadingEarlier(EarlierWords words, NotingEarlier noting, Inbox inbox) {
        this.words = words;
        this.noting = noting;
        this.inbox = inbox;
    }

    /// On the lane of the session's turns, in the caller's transaction: what is put there afterwards waits for it.
    ///
    /// @param before the message that called us
    void order(Session session, String before) {
        var thread = session.thread().orElseThrow();
        inbox.accept(Delivery.own(
                session.workspace(),
                Key.of(KIND, session.id()),
                Lane.of(session.workspace(), TakingTurn.KIND, session.id()),
                KIND,
                String.join(" ", session.id().toString(), thread.channel(), thread.ts(), before)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var order = Order.of(delivery);
        switch (words.in(delivery.workspace(), order.thread(), order.before())) {
            case EarlierWords.Found.Read(var lines) -> noting.note(delivery.workspace(), order.session(), lines);
            case EarlierWords.Found.Refused(var error) -> {
                Log.infof("session %s begins without what stood in its thread: %s", order.session(), error);
                noting.goWithout(delivery.workspace(), order.session());
            }
        }
    }

    @Override
    @Transactional
    public void gaveUp(Delivery delivery, Throwable why) {
        noting.goWithout(delivery.workspace(), Order.of(delivery).session());
    }

    private record Order(UUID session, ThreadRef thread, String before) {
        static Order of(Delivery delivery) {
            var parts = delivery.body().split(" ");
            return new Order(UUID.fromString(parts[0]), new ThreadRef(parts[1], parts[2]), parts[3]);
        }
    }
}
