package dev.cowork.impact.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// One ticket as it was told and found right. What is null was not told: it takes nothing away that was known.
///
/// @param version when the help desk last changed it, in milliseconds since 1970
/// @param reference as [TicketKey] writes it
/// @param openedAt an instant as ISO 8601 writes it, as all instants here
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketRow(
        @JsonProperty("external_id") String externalId,
        @JsonProperty("version") long version,
        @JsonProperty("reference") String reference,
        @JsonProperty("kind") @Nullable String kind,
        @JsonProperty("priority") @Nullable String priority,
        @JsonProperty("tier") @Nullable String tier,
        @JsonProperty("channel") @Nullable String channel,
        @JsonProperty("team") @Nullable String team,
        @JsonProperty("agent") @Nullable String agent,
        @JsonProperty("opened_at") String openedAt,
        @JsonProperty("solved_at") @Nullable String solvedAt,
        @JsonProperty("csat") @Nullable Integer csat,
        @JsonProperty("escalated") @Nullable Boolean escalated,
        @JsonProperty("first_contact") @Nullable Boolean firstContact,
        @JsonProperty("reopened") @Nullable Boolean reopened,
        @JsonProperty("manager") @Nullable Boolean manager,
        @JsonProperty("handle_minutes") @Nullable Integer handleMinutes) {}
