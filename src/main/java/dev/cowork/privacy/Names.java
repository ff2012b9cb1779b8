package dev.cowork.privacy;

import static dev.cowork.privacy.Trace.Kind.NAME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// People's names: after a title, a greeting or a word such as `customer`, and common given names wherever they stand.
final class Names {
    private static final String PART = "\\p{Lu}[\\p{L}\\p{M}]*(?:[-'’][\\p{L}\\p{M}]{2,})*";
    private static final String PARTICLE =
            "(?:(?:van|von|der|den|de|del|della|di|da|dos|la|le|el|al|bin|bint|ibn|ten|ter|zu)[ -])*";
    private static final String NOT_A_NAME =
            "(?!(?:Support|Service|Services|Success|Care|Experience|Relations|Effort|Satisfaction|Portal"
                    + "|Journey|Feedback|Data|Accounts?|Team|All|Everyone|Everybody|There|World|Folks|Guys|Agents?|Colleagues?"
                    + "|Customers?|Clients?|Sirs?|Madam|Valued|I|The|They|He|She|We|It|You|Your|This|That|These|Is|Was|Who|When|Thank|Thanks"
                    + "|Damen|Herren|Herr|Frau|Kunde|Kundin|Monsieur|Madame|Señor|Señora|Mr|Mrs|Ms|Miss|Dr|Prof|Claude|Cowork|VIP|B2B|CRM|SLA|FAQ"
                    + "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
                    + "|September|October|November|December)(?![\\p{L}]))";
    private static final String NAME_OF_SOMEBODY =
            PARTICLE + NOT_A_NAME + PART + "(?: (?:\\p{Lu}\\. )?" + PARTICLE + NOT_A_NAME + PART + "){0,3}";
    private static final String MORE_OF_THE_NAME = "(?: (?:\\p{Lu}\\. )?" + PARTICLE + NOT_A_NAME + PART + "){0,3}";

    static final List<Rule> RULES = List.of(
            Rule.of(
                    NAME,
                    "(?<!\\p{L})(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Mme|Mlle|Sr|Sra|Srta|Sig|Dhr|Mevr|Hr|Fr|MR|MRS|MS|DR)\\.? |M\\. |(?:Miss|Sir|Mister|Herrn?|Frau|Monsieur|Madame|Mademoiselle|Señora?|Signora?|Signor|Senhora?|Pan|Pani|Mevrouw|Meneer) )(?<it>"
                            + NAME_OF_SOMEBODY + ")"),
            Rule.of(
                    NAME,
                    "(?<!\\p{L})(?:(?:[Dd]ear|Hi|Hello|Hey|Liebe[rs]?|Hallo|Chère?|Bonjour|Estimad[oa]|Querid[oa]|Hola|Ciao|Gentile|Car[oa]|Prezad[oa]|Olá|Beste|Hei|Hej|Kära|Best regards|Kind regards|Regards|Sincerely|Cheers|Yours|Mit freundlichen Grüßen|Viele Grüße|Cordialement|Saludos)[, ]\\s?)(?<it>"
                            + NAME_OF_SOMEBODY + ")(?=[,!.:;]|\\s*$| and )"),
            Rule.of(
                    NAME,
                    "(?<!\\p{L})(?:[Mm]y name is|[Nn]ame is|name was|name:|Name:|customer|client|buyer|caller|guest|subscriber|patient|tenant|shopper|recipient|named|signed|signed by|addressed to|[Kk]unde|[Kk]undin|[Kk]unden|cliente|klient(?:ka)?|klant|kunden) (?:called |named |is |Mr\\.? |Ms\\.? )?(?<it>"
                            + NAME_OF_SOMEBODY + ")"),
            Rule.amongPlainLetters(
                    NAME,
                    "(?<![\\p{L}\\d])(?:" + given(name -> name.endsWith("?")) + ") (?:\\p{Lu}\\. )?" + PARTICLE
                            + NOT_A_NAME + "\\p{Lu}[\\p{Ll}\\p{M}]+(?:[-'’][\\p{L}\\p{M}]{2,})*"),
            Rule.amongPlainLetters(
                    NAME,
                    "(?<![\\p{L}\\d])(?:" + given(name -> !name.endsWith("?")) + ")(?![\\p{L}])" + MORE_OF_THE_NAME));

    private Names() {}

    private static String given(Predicate<String> which) {
        return read().filter(which)
                .map(name -> name.replace("?", ""))
                .flatMap(name -> Stream.of(Everyday.withoutAccents(name), Everyday.withoutAccents(inTwoLetters(name))))
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /// `Jürgen` is also written `Juergen`.
    private static String inTwoLetters(String name) {
        return name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    }

    private static Stream<String> read() {
        try (var file = Names.class.getResourceAsStream("/privacy/given-names.txt")) {
            if (file == null) {
                throw new IllegalStateException("privacy/given-names.txt is not in the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .filter(name -> !name.isEmpty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
