package dev.cowork.partner;

import dev.cowork.playbook.Playbook;
import dev.cowork.workspace.Money;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rules can read out of a talk without understanding it.
///
/// @param issue a heading of the playbook's `issues`
/// @param story all that was said about the case, by form and in the thread
/// @param price what the customer paid, or what the thing is worth
record Ticket(
        String opening,
        String issue,
        String story,
        boolean isRepeat,
        boolean isLegal,
        Optional<Money> price,
        Optional<String> customer) {
    static final Pattern LEGAL = words(
            "law ?suit\\w*",
            "lawyers?",
            "attorneys?",
            "sue[sd]?",
            "suing",
            "legal(?:ly)?",
            "court",
            "gdpr",
            "charge ?backs?",
            "regulators?",
            "ombudsman",
            "consumer protection");
    static final Pattern REPEAT = words(
            "again",
            "twice",
            "second (?:time|damaged|wrong|broken|late|lost|delay|shipment|failure|error|mistake|order)",
            "2nd",
            "third",
            "3rd",
            "once more",
            "another time",
            "repeatedly");
    /// The one thing that went wrong, or what the customer did, and no second failure of ours.
    private static final Pattern NO_REPEAT = words(
            "(?:charg|bill|debit)\\w*(?:(?!wrong)[^.!?\\n]){0,40}?\\btwice",
            "twice (?:charged|billed|debited)",
            "(?:paid|pay|called|wrote|written|asked|tried|checked|emailed|contacted)(?: us| for it)? (?:twice|again)",
            "never [^.!?\\n]{0,30}?again",
            "third[- ]part(?:y|ies)");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}' .-]{1,39}");

    static Ticket of(Playbook playbook, Brief brief) {
        var story = Stream.of(
                        brief.situation().stream().map(Ticket::said),
                        brief.past().stream().map(Brief.Exchange::words).map(Spoken::in),
                        Stream.of(Spoken.in(brief.words())))
                .flatMap(said -> said)
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining("\n"));
        return new Ticket(
                brief.opening(),
                issue(playbook, brief.opening(), story),
                story,
                REPEAT.matcher(NO_REPEAT.matcher(story).replaceAll("")).find(),
                LEGAL.matcher(story).find(),
                Amounts.in(story).price(),
                customer(brief));
    }

    /// Whether the talk is about finding a cause.
    boolean isTroubleshooting() {
        return opening.equals("complex-problem")
                || (opening.equals("text") && price.isEmpty() && (issue.equals("access") || issue.equals("defect")));
    }

    boolean isTraining() {
        return opening.equals("training")
                || (opening.equals("text")
                        && words("i'?m new", "new agent", "my first", "practi[sc]ing")
                                .matcher(story)
                                .find());
    }

    /// The text whole words of which are looked for, in any case.
    static Pattern words(String... words) {
        return Pattern.compile("\\b(?:" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    static Pattern pattern(String source) {
        return Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static String said(Brief.Field field) {
        // The label says what an amount standing alone means.
        return field.label().equals("AMOUNT AT STAKE") ? "Paid " + field.text() + "." : field.text();
    }

    private static String issue(Playbook playbook, String opening, String story) {
        var parts = playbook.page("issues").parts();
        var fits = parts.stream()
                .filter(part -> !part.quote().isEmpty())
                .filter(part -> pattern(part.quote()).matcher(story).find())
                .map(part -> part.title())
                .toList();
        // Who asks for a rule to be bent speaks of the rule first and of the goods second.
        var preferred = List.of("policy-gray-area", "training").contains(opening) ? "late-return" : "";
        return fits.contains(preferred) ? preferred : fits.stream().findFirst().orElse("other");
    }

    private static Optional<String> customer(Brief brief) {
        return brief.situation().stream()
                .filter(field -> field.label().equals("CUSTOMER"))
                .map(field -> field.text().strip())
                .filter(name -> NAME.matcher(name).matches())
                .findFirst();
    }
}
