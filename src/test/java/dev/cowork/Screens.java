package dev.cowork;

import java.util.List;
import java.util.Map;

/// What a room can show, each screen at its longest, for [ScreenLimitsTest].
public interface Screens {
    /// The longest words people or the partner come with: many, full of what must be escaped, and beyond the BMP.
    String LONG = "A long <!channel> & \"word\" 😀 of *theirs*.\n".repeat(1_000);

    /// By the class that makes it: a `Message`, a `View`, or a list of either.
    Map<Class<?>, List<?>> longest();
}
