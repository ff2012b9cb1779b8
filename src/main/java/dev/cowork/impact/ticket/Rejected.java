package dev.cowork.impact.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A row that was not taken in, and why.
///
/// @param row its place in what was sent, from 1
/// @param externalId as far as it could be read
record Rejected(
        @JsonProperty("row") int row,
        @JsonProperty("external_id") String externalId,
        @JsonProperty("field") String field,
        @JsonProperty("why") String why) {}
