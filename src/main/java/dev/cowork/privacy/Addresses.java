package dev.cowork.privacy;

import static dev.cowork.privacy.Trace.Kind.ADDRESS;

import java.util.List;

/// Postal addresses: street and house number in the orders and words of several countries, and postcodes that look like
/// nothing else. A city alone stays.
final class Addresses {
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
    private static final String DOOR =
            "(?:,?\\s+(?i:apt|apartment|unit|suite|ste|flat|floor|appt|piso)\\.?\\s*#?[\\p{L}\\d-]{1,6})?";
    private static final String UK_CODE = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";
    private static final String CITY =
            "(?:,?\\s+(?:(?:[A-Z]{1,2}-)?\\d{4,5}(?: ?[A-Z]{2})?|\\d{2}-\\d{3}|\\d{3} \\d{2})\\s+" + WORD
                    + "(?:\\s+(?:am|an der|sur|de)\\s+" + WORD + ")?)?";
    private static final String AFTER = "(?:,\\s*" + WORD + "(?:\\s+" + WORD
            + "){0,2})?(?:,?\\s+(?:[A-Z]{2,3}\\s+\\d{4,5}(?:-\\d{4})?|" + UK_CODE + "|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d))?";

    static final List<Rule> RULES = List.of(
            Rule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\d])\\d{1,5}[A-Za-z]?,?\\s+(?:(?:N|S|E|W|North|South|East|West)\\.?\\s+)?(?:(?:" + WORD
                            + "|\\d{1,3}(?:st|nd|rd|th))\\s+){1,3}"
                            + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Crescent|Close|Highway|Hwy|Parkway|Pkwy|Row|Gardens|Grove|Hill|Quay|Mews|Broadway)\\b\\.?"
                            + DOOR + AFTER),
            Rule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\d])(?:" + WORD
                            + "[\\s-])?\\p{Lu}?[\\p{L}\\p{M}-]*(?i:straße|strasse|str\\.|weg|platz|allee|gasse|damm|ufer|chaussee|straat|laan|plein|gracht|kade|steeg|vägen|gatan|gata|vej|gade|veien|katu|tie|utca)\\s+\\d{1,4}\\s?[a-zA-Z]?(?![\\p{L}\\d])"
                            + CITY,
                    seen -> Character.isUpperCase(seen.it().codePointAt(0))),
            Rule.amongDigits(
                    ADDRESS,
                    "(?<![\\p{L}\\d])(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Zum|Zur|Unter den|Vor dem|Hinter der) (?:"
                            + WORD + " )?" + WORD + " \\d{1,4} ?[a-z]?(?![\\p{L}\\d])" + CITY),
            Rule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\d])\\d{1,4}\\s?(?:bis|ter|[A-Da-d])?,?\\s+(?i:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route)\\s+(?:(?:de|du|des|la|le|les|l['’]|d['’])\\s?)*"
                            + WORD + "(?:[\\s-]+(?:(?:de|du|des|la)\\s+)*" + WORD + "){0,4}" + CITY),
            Rule.of(
                    ADDRESS,
                    "(?<![\\p{L}\\d])(?:[Cc]alle|C/|[Aa]venida|Avda\\.?|Av\\.|[Pp]laza|[Pp]aseo|[Cc]arrer|Via|[Vv]iale|[Pp]iazza|[Cc]orso|Largo|Rua|Travessa|[Pp]raça|[Uu]l\\.|[Uu]lica|[Ss]trada|[Oo]dos)\\s+(?:(?:de|del|della|dei|degli|di|da|do|dos|das|la|las|los|el)\\s+)*"
                            + WORD + "(?:\\s+(?:(?:de|del|di|da|do|e|y)\\s+)*" + WORD
                            + "){0,4},?\\s+(?:n[ºo°.]\\s?)?\\d{1,4}\\s?[a-zA-Z]?(?![\\p{L}\\d])" + CITY),
            Rule.of(
                    ADDRESS,
                    "(?i)(?<![\\p{L}\\d])(?:p\\.? ?o\\.? ?box|postfach|apartado|casella postale|postbus|boîte postale|b\\.p\\.)\\s+\\d[\\d ]{0,6}"),
            Rule.of(ADDRESS, "(?<![\\p{L}\\d])" + UK_CODE + "(?![\\p{L}\\d])"),
            Rule.of(ADDRESS, "(?<![\\p{L}\\d])[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d(?![\\p{L}\\d])"),
            Rule.of(
                    ADDRESS,
                    "(?:〒? ?\\d{3}-\\d{4} ?)?(?:[\\p{IsHan}]{1,8}(?:都|道|府|県|市|区|町|村|路|街)){1,4}[\\p{IsHan}]{0,6}[\\d一二三四五六七八九十丁目番地号號弄 -]{1,12}"));

    private Addresses() {}
}
