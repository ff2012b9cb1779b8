package dev.cowork.partner;

import dev.cowork.playbook.Page;
import dev.cowork.playbook.Playbook;
import dev.cowork.workspace.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the playbook's rules look at, and the texts with the case's own words in their blanks.
record Case(Playbook playbook, Brief brief, Ticket ticket, Course course) {
    /// What an answer usually takes, where none was asked for yet.
    private static final String USUALLY_DUE = "2 hours";

    static Case of(Playbook playbook, Brief told) {
        var brief = seen(told);
        return new Case(playbook, brief, Ticket.of(playbook, brief), Course.of(brief));
    }

    /// What the agent said, without what happened beside the talk.
    String words() {
        return Spoken.in(brief.words());
    }

    /// Who may grant what, said to the agent. The brief's sentence is written for the partner and speaks of them.
    String authority() {
        return brief.authority().replaceFirst("^The agent may ", "You may ");
    }

    String say(String heading) {
        return filled(playbook.page("sayings").part(heading).body(), Map.of());
    }

    String say(String heading, Map<String, String> more) {
        return filled(playbook.page("sayings").part(heading).body(), more);
    }

    /// The part for the first of the headings that the page has.
    Page.Part part(String page, String... headings) {
        var texts = playbook.page(page);
        return Stream.of(headings)
                .filter(texts::has)
                .map(texts::part)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("playbook/" + page + ".md has none of " + List.of(headings)));
    }

    String filled(String text, Map<String, String> more) {
        var values = new HashMap<>(values());
        values.putAll(more);
        return Playbook.filled(text, values);
    }

    private Map<String, String> values() {
        var issue = playbook.page("issues").part(ticket.issue());
        var happened = issue.part("happened").orElseThrow().text();
        var remedies = playbook.page("remedies");
        var price = ticket.price().map(Money::shown);
        return Map.of(
                "happened", happened,
                "Happened", upper(happened),
                "Reason", issue.part("reason").orElseThrow().text(),
                "again", ticket.isRepeat() ? remedies.part("again").text() : "",
                "legal", ticket.isLegal() ? " " + remedies.part("legal").text() : "",
                "paid", price.map(amount -> " They paid " + amount + ".").orElse(""),
                "price", price.orElse("what they paid"),
                "name", ticket.customer().map(name -> " " + name).orElse(""),
                "customer", ticket.customer().orElse("customer"),
                "within", course.due().orElse(USUALLY_DUE));
    }

    static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Rules match what people see, so they get to see nothing else.
    private static Brief seen(Brief brief) {
        return new Brief(
                brief.workspace(),
                brief.session(),
                brief.opening(),
                brief.situation().stream()
                        .map(field -> new Brief.Field(field.label(), Fence.visible(field.text())))
                        .toList(),
                brief.authority(),
                brief.past().stream()
                        .map(turn -> new Brief.Exchange(Fence.visible(turn.words()), turn.record()))
                        .toList(),
                Fence.visible(brief.words()).strip());
    }
}
