package dev.cowork.slack;

/// Where a listener listens: one kind of thing a person can do, by its id. The ids stand in `slack-manifest.yml` or in
/// the buttons and modals that features send.
public record Address(Kind kind, String id) {
    public enum Kind {
        COMMAND,
        MESSAGE,
        ACTION,
        FORM,
        SHORTCUT,
        HOME,
        STOP,
        REACTION,
        OWN_WORK
    }

    /// The slash command, whatever its name and text.
    public static Address command() {
        return new Address(Kind.COMMAND, "");
    }

    /// Every message the bot can see.
    public static Address message() {
        return new Address(Kind.MESSAGE, "");
    }

    /// A button or select, by `action_id`. Everything after a `:` in the pressed id is ignored here, so that several
    /// buttons of one block can share a listener.
    public static Address action(String actionId) {
        return new Address(Kind.ACTION, actionId);
    }

    /// A modal sent off, by `callback_id`.
    public static Address form(String callbackId) {
        return new Address(Kind.FORM, callbackId);
    }

    public static Address shortcut(String callbackId) {
        return new Address(Kind.SHORTCUT, callbackId);
    }

    public static Address home() {
        return new Address(Kind.HOME, "");
    }

    /// Every emoji put under a message, and taken away again.
    public static Address reaction() {
        return new Address(Kind.REACTION, "");
    }

    public static Address stop() {
        return new Address(Kind.STOP, "");
    }
}
