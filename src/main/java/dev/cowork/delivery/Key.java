package dev.cowork.delivery;

/// What makes twice once: two deliveries or posts with one key are one. Unique within a workspace.
public record Key(String value) {
    public Key {
        if (value.isBlank() || value.length() > 300) {
            throw new IllegalArgumentException("a key has 1 to 300 characters: " + value);
        }
    }

    /// Joins the parts with slashes: `Key.of("turn", id, "answer")`.
    public static Key of(Object... parts) {
        var joined = new StringBuilder();
        for (var part : parts) {
            joined.append(joined.isEmpty() ? "" : "/").append(part);
        }
        return new Key(joined.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
