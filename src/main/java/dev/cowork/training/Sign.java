package dev.cowork.training;

/// A step of good handling that a sentence can show.
enum Sign {
    HEARD(Step.HEAR),
    EMPATHISED(Step.EMPATHISE),
    OWNED(Step.APOLOGISE),
    OPTIONS(Step.RESOLVE),
    NEXT(Step.RESOLVE),
    CAUSE(Step.DIAGNOSE);

    private final Step step;

    Sign(Step step) {
        this.step = step;
    }

    /// The step of HEARD it earns.
    Step step() {
        return step;
    }
}
