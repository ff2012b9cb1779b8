package dev.cowork.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;

/// After a gap: has every thread that somebody listens in read up, each on its own lane.
@ApplicationScoped
class SeekingMissed implements Errand {
    static final String KIND = "slack/gap";

    private final Event<Missed> missed;
    private final Inbox inbox;
    private final ParcelReader reader;

    SeekingMissed(Event<Missed> missed, Inbox inbox, ParcelReader reader) {
        this.missed = missed;
        this.inbox = inbox;
        this.reader = reader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var gap = reader.object(delivery.body());
        var threads = new ArrayList<ThreadRef>();
        missed.fire(new Missed(delivery.workspace(), threads::add));
        threads.forEach(thread -> inbox.accept(readingUp(delivery, thread, gap)));
    }

    private static Delivery readingUp(Delivery delivery, ThreadRef thread, ObjectNode gap) {
        var body = gap.deepCopy().put("channel", thread.channel()).put("thread", thread.ts());
        return Delivery.own(
                delivery.workspace(),
                Key.of(delivery.key(), thread.channel(), thread.ts()),
                Posting.laneOf(delivery.workspace(), thread),
                ReadingMissed.KIND,
                body.toString());
    }
}
