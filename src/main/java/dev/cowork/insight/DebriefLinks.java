package dev.cowork.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// Where in the thread stands what the three remarks speak of; empty where that is nowhere or Slack did not say.
@Embeddable
record DebriefLinks(
        @Column(name = "done_well_link") String doneWell,
        @Column(name = "could_be_better_link") String couldBeBetter,
        @Column(name = "pattern_link") String pattern) {
    static final DebriefLinks NONE = new DebriefLinks("", "", "");
}
