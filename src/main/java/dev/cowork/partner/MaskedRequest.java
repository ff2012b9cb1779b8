package dev.cowork.partner;

import com.anthropic.models.messages.MessageCreateParams;

/// A request that may leave, with what puts back in its answer what was hidden in it. [Claude] takes no other, and only
/// [Requests] makes them.
record MaskedRequest(MessageCreateParams params, Masking masking) {
    @Override
    public String toString() {
        return "MaskedRequest";
    }
}
