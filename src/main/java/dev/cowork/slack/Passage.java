package dev.cowork.slack;

/// One request on its way through Bolt: what it is, and in which of its two moments. Bolt calls our listeners on
/// the same thread, which is how they find it again.
record Passage(Parcel parcel, Moment moment) {
    static final ScopedValue<Passage> CURRENT = ScopedValue.newInstance();

    enum Moment {
        /// Slack waits for the answer.
        AT_ONCE,
        /// Stored and acknowledged; now it is worked off.
        ON_ITS_LANE
    }

    String key() {
        return parcel.delivery().key().value();
    }
}
