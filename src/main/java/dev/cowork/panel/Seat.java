package dev.cowork.panel;

/// A specialist at the table, as people know it.
record Seat(String id, String name) {}
