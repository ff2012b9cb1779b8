package dev.cowork.training;

import dev.cowork.playbook.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What messages in one language are read by: `training/signs-de.md` for German. `training/signs.txt` lists the
/// languages.
///
/// @param language as in the file's name: `de`
/// @param toThem the words that speak to somebody
/// @param small by these the language is known
/// @param common stems that every message shares with every other
/// @param mentions what shows that words speak of something, by its name in [#MENTIONS]
record SignBook(
        String language,
        Map<Sign, Pattern> good,
        Map<Fault, Pattern> bad,
        Pattern retracts,
        Pattern promised,
        Pattern soft,
        Pattern hard,
        Pattern outOfPart,
        Pattern toThem,
        Set<String> small,
        Set<String> common,
        Map<String, Pattern> mentions) {
    /// What a [Mention] may be of.
    static final Set<String> MENTIONS = Set.of("happened", "wants", "decides", "asks");

    static final List<SignBook> ALL =
            TextFile.text("signs.txt").lines().map(SignBook::read).toList();

    /// All languages' together.
    static final Set<String> COMMON =
            ALL.stream().flatMap(book -> book.common().stream()).collect(Collectors.toUnmodifiableSet());

    /// Those of whose small words the text has most; all of them where it has none.
    static List<SignBook> of(String text) {
        var words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        ToLongFunction<SignBook> hits =
                book -> words.stream().filter(book.small()::contains).count();
        var most = ALL.stream().mapToLong(hits).max().orElse(0);
        return ALL.stream().filter(book -> hits.applyAsLong(book) == most).toList();
    }

    private static SignBook read(String language) {
        var page = TextFile.page("signs-" + language);
        return new SignBook(
                language,
                Map.of(
                        Sign.EMPATHISED, shapes(page, "empathise"),
                        Sign.OWNED, shapes(page, "apologise"),
                        Sign.OPTIONS, shapes(page, "options"),
                        Sign.NEXT, shapes(page, "next"),
                        Sign.CAUSE, shapes(page, "cause")),
                Map.of(
                        Fault.STOCK, shapes(page, "stock"),
                        Fault.BLAME, shapes(page, "blame"),
                        Fault.DELAY, shapes(page, "delay")),
                shapes(page, "retracts"),
                shapes(page, "promised"),
                shapes(page, "soft"),
                shapes(page, "hard"),
                shapes(page, "out of part"),
                Signs.pattern(
                        "(?<!\\p{L})(?:" + String.join("|", page.part("to them").items()) + ")(?!\\p{L})"),
                words(page, "small words"),
                words(page, "common"),
                MENTIONS.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> shapes(page, name))));
    }

    /// Any of the shapes under a heading, from the beginning of a word.
    private static Pattern shapes(Page page, String heading) {
        return Signs.pattern(
                "(?<!\\p{L})(?:" + String.join("|", page.part(heading).items()) + ")");
    }

    private static Set<String> words(Page page, String heading) {
        return page.part(heading).items().stream()
                .flatMap(line -> Arrays.stream(line.split(" +")))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "SignBook[" + language + "]";
    }
}
