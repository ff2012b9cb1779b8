package dev.cowork.impact.ticket;

/// A field that cannot be read. Caught where the row is, so that its neighbours are taken in all the same.
class BadFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;

    BadFieldException(String field, String why) {
        super(why, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
