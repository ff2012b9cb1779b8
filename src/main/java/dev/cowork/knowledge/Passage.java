package dev.cowork.knowledge;

import dev.cowork.slack.SlackText;

/// What stands under one heading of a file of the company's knowledge.
///
/// @param ref by which it is cited, another one as soon as a word of it changes: see [Citations]
/// @param heading with those above it: `Returns › Opened items`
/// @param isInternal not for customers
public record Passage(String ref, String path, String heading, String words, boolean isInternal) {
    /// The last heading alone, short enough for a button.
    public String shortHeading() {
        return SlackText.cut(heading.substring(heading.lastIndexOf('›') + 1).strip(), 60);
    }

    @Override
    public String toString() {
        return "Passage[" + ref + "]";
    }
}
