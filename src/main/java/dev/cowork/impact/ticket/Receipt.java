package dev.cowork.impact.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What became of a batch.
///
/// @param stored rows that were new or newer than what we had
/// @param unchanged rows that we had already, in this version or a later one
public record Receipt(
        @JsonProperty("received") int received,
        @JsonProperty("stored") int stored,
        @JsonProperty("unchanged") int unchanged,
        @JsonProperty("rejected") List<?> rejected) {}
