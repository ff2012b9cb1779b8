package dev.cowork.session;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What two wordings have in common, without understanding either.
final class Wording {
    private static final Set<String> SMALL = Set.of(("a an the and or but if of to in on at by for from with as is are"
                    + " was were be been being do does did done has have had can could will would should may might must"
                    + " shall it its they them their he him his she her you your we us our i me my this that these those"
                    + " there here what which who whom whose when where why how any some no not yes only just also very"
                    + " already still yet about into than then so too customer customers agent exactly please know")
            .split(" "));
    private static final int STEM = 5;

    private Wording() {}

    /// The words alone, so that case, white space and marks make no difference.
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /// The words that carry the meaning, cut to their stems.
    static Set<String> stems(String text) {
        return Arrays.stream(plain(text).split(" "))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// How much of `part` stands in `whole`, from 0 to 1.
    static double share(Set<String> part, Set<String> whole) {
        return part.isEmpty() ? 0 : part.stream().filter(whole::contains).count() / (double) part.size();
    }
}
