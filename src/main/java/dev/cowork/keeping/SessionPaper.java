package dev.cowork.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// A session to be read by people, in Markdown: what was told, what was said, what is known, what was written, what was
/// decided.
final class SessionPaper {
    private SessionPaper() {}

    static String of(ObjectNode all) {
        var session = all.path("session").path(0);
        var paper = new StringBuilder();
        paper.append("# Session ").append(session.path("id").asText()).append("\n\n");
        line(paper, "Ticket", session.path("ticket"));
        line(paper, "Customer", session.path("customer"));
        line(paper, "Kind", session.path("opening"));
        line(paper, "Agent", session.path("owner"));
        line(paper, "Opened", session.path("opened_at"));
        line(paper, "Closed", session.path("closed_at"));
        line(paper, "Outcome", session.path("outcome"));
        part(
                paper,
                "What was told at the opening",
                all,
                "situation_field",
                "position",
                it -> "**" + it.path("label").asText() + ":** " + quoted(it.path("words")));
        part(
                paper,
                "What was said",
                all,
                "utterance",
                "place",
                it -> "**" + it.path("member").asText() + "**, "
                        + it.path("said_at").asText() + ": " + quoted(it.path("words")));
        part(
                paper,
                "What the partner answered",
                all,
                "turn",
                "number",
                it -> it.path("number").asText() + ". " + quoted(it.path("text")));
        part(
                paper,
                "What is known",
                all,
                "fact",
                "place",
                it -> it.path("standing").asText() + ": " + quoted(it.path("statement")));
        part(
                paper,
                "Drafts",
                all,
                "draft",
                "version",
                it -> "Version " + it.path("version").asText() + ", "
                        + it.path("state").asText() + ": " + quoted(it.path("words")));
        part(
                paper,
                "Proposals",
                all,
                "proposal",
                "created_at",
                it -> it.path("ask").asText() + ", " + it.path("state").asText() + amount(it) + ": "
                        + quoted(it.path("reason")));
        part(
                paper,
                "Looking back",
                all,
                "debrief",
                "closed_at",
                it -> quoted(it.path("done_well")) + "\n  " + quoted(it.path("could_be_better")) + "\n  "
                        + quoted(it.path("pattern")));
        return paper.toString();
    }

    private static void line(StringBuilder paper, String name, JsonNode value) {
        if (!value.asText().isBlank() && !value.isNull()) {
            paper.append("- ").append(name).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static void part(
            StringBuilder paper,
            String title,
            ObjectNode all,
            String table,
            String order,
            Function<JsonNode, String> say) {
        var rows = StreamSupport.stream(all.path(table).spliterator(), false)
                .sorted(byOrder(order))
                .map(say)
                .toList();
        if (!rows.isEmpty()) {
            paper.append("\n## ").append(title).append("\n\n");
            rows.forEach(row -> paper.append("- ").append(row).append('\n'));
        }
    }

    private static Comparator<JsonNode> byOrder(String order) {
        return Comparator.<JsonNode>comparingLong(row -> row.path(order).asLong())
                .thenComparing(row -> row.path(order).asText());
    }

    private static String amount(JsonNode proposal) {
        return proposal.path("amount_minor").isNumber()
                ? ", " + proposal.path("amount_minor").asLong() + " of the smallest unit of "
                        + proposal.path("currency").asText()
                : "";
    }

    /// Words of people are words, never markup.
    private static String quoted(JsonNode words) {
        var text = words.asText().strip();
        for (var sign : List.of("\\", "`", "*", "_", "<", "[", "#")) {
            text = text.replace(sign, "\\" + sign);
        }
        return text.replace("\n", "\n  ");
    }
}
