package dev.cowork.slack;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Reading;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/// Reads what Slack delivered, off its lane, through Bolt.
@ApplicationScoped
class SlackReading implements Reading {
    private final ParcelReader reader;
    private final BoltDoor door;
    private final KnowingPeople people;
    private final Apology apology;

    SlackReading(ParcelReader reader, BoltDoor door, KnowingPeople people, Apology apology) {
        this.people = people;
        this.apology = apology;
        this.reader = reader;
        this.door = door;
    }

    @Override
    public boolean reads(String kind) {
        return kind.equals(Parcel.KIND) || kind.equals(Parcel.SOCKET_KIND);
    }

    /// Here Slack can be asked who somebody is: it has its acknowledgement.
    @Override
    public void prepare(Delivery delivery) {
        try {
            parcelOf(delivery).caller().ifPresent(member -> people.of(delivery.workspace(), member));
        } catch (UnreadableException e) {
            Log.debugf("nobody is asked who sent %s: %s", delivery.key(), e.getMessage());
        }
    }

    @Override
    public void read(Delivery delivery) {
        try {
            door.pass(parcelOf(delivery), Passage.Moment.ON_ITS_LANE);
        } catch (UnreadableException e) {
            // Signed, and yet nothing Bolt knows: trying again would not change that.
            Log.warnf("delivery %s of %s is left unread: %s", delivery.key(), delivery.workspace(), e.getMessage());
        }
    }

    /// Says it to whoever did it, where that can be seen from what was delivered.
    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        apology.say(parcelOf(delivery), delivery);
    }

    private Parcel parcelOf(Delivery delivery) {
        return delivery.kind().equals(Parcel.SOCKET_KIND)
                ? reader.readSocket(delivery.body())
                : reader.read(delivery.body());
    }
}
