package dev.cowork.playbook;

import java.util.List;

/// A way to begin a session, with the fields its form shows.
///
/// @param id stable; stored with the session
/// @param name as shown on buttons and cards
/// @param description one line, without emoji
public record Opening(String id, String name, String description, List<Field> fields) {
    public Opening {
        fields = List.copyOf(fields);
    }

    /// One entry of the form.
    ///
    /// @param label in capitals, as people and the partner see it
    public record Field(String id, String label, String hint, String placeholder, boolean required) {}
}
