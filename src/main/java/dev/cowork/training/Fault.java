package dev.cowork.training;

/// What makes a customer angrier.
enum Fault {
    STOCK("a stock phrase"),
    BLAME("blame"),
    DELAY("delay without a time"),
    BROKEN("a promise taken back");

    private final String shown;

    Fault(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }
}
