package dev.cowork.slack;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Reading;
import jakarta.enterprise.context.ApplicationScoped;

/// Reads what Slack delivered, off its lane, through Bolt.
@ApplicationScoped
class SlackReading implements Reading {
    private final ParcelReader reader;
    private final BoltDoor door;

    SlackReading(ParcelReader reader, BoltDoor door) {
        this.reader = reader;
        this.door = door;
    }

    @Override
    public boolean reads(String kind) {
        return kind.equals(Parcel.KIND) || kind.equals(Parcel.SOCKET_KIND);
    }

    @Override
    public void read(Delivery delivery) {
        var parcel = delivery.kind().equals(Parcel.SOCKET_KIND)
                ? reader.readSocket(delivery.body())
                : reader.read(delivery.body());
        door.pass(parcel, Passage.Moment.ON_ITS_LANE);
    }
}
