package dev.cowork.partner;

/// Input of a tool call that is no move. Thrown and caught within [MoveReader] alone.
class UnfitInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitInputException(String problem) {
        super(problem, null, false, false);
    }
}
