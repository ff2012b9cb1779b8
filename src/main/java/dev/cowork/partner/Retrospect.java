package dev.cowork.partner;

/// A look back on a closed session: what went well, what could be better, which pattern to watch, and one tip for the
/// team in which nobody can be recognised. Each a sentence or two.
public record Retrospect(String doneWell, String couldBeBetter, String pattern, String tip, Author author) {}
