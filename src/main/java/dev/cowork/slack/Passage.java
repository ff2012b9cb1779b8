package dev.cowork.slack;

import dev.cowork.delivery.Delivery;

/// One request on its way through Bolt: what it is, and in which of its two moments. Bolt calls our listeners on
/// the same thread, which is how they find it again.
///
/// @param delivery as which it is stored, or was
record Passage(Parcel parcel, Delivery delivery, Moment moment) {
    static final ScopedValue<Passage> CURRENT = ScopedValue.newInstance();

    enum Moment {
        /// Slack waits for the answer.
        AT_ONCE,
        /// Stored and acknowledged; now it is worked off.
        ON_ITS_LANE
    }

    static Passage of(Parcel parcel, Moment moment) {
        return new Passage(parcel, parcel.delivery(), moment);
    }

    String key() {
        return delivery.key().value();
    }
}
