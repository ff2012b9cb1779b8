package dev.cowork.partner;

import java.util.List;

/// What the fast model takes an opening for.
///
/// @param triggers what makes it one to be worked out together, of [SortingOpening#TRIGGERS]; none for a plain question
/// @param isPlain whether a draft would answer it, without asking or deciding anything first
/// @param isUrgent whether the customer waits this minute
public record Sorting(List<String> triggers, boolean isPlain, boolean isUrgent, Answer.Usage usage) {}
