package dev.cowork.training;

import dev.cowork.partner.Author;
import dev.cowork.partner.Practice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Puts what the rules see beside what the partner declares to see; the stricter of the two counts.
///
/// A step counts where both see it. Where the partner confirms nothing of several steps that the rules see, it has not
/// read, and the rules count alone. A fault counts where either sees it; of those only the partner sees, one a message,
/// and never in a sentence that shows a step: whatever a model says, it can neither calm nor enrage a customer by
/// itself.
final class StrictReading {
    private static final int SEVERAL = 2;

    private StrictReading() {}

    /// What a message may show, as the partner is asked, by name.
    static Map<String, String> things() {
        var things = new TreeMap<String, String>();
        for (var sign : Sign.values()) {
            things.put(sign.name().toLowerCase(Locale.ROOT), Coaching.signOf(sign));
        }
        for (var fault : Fault.values()) {
            things.put(fault.name().toLowerCase(Locale.ROOT), "The message holds " + fault.shown() + ".");
        }
        return things;
    }

    static Seen of(Seen rules, Practice.Seen declared) {
        if (declared.author() == Author.PLAYBOOK) {
            return rules;
        }
        return new Seen(signs(rules, declared), faults(rules, declared));
    }

    private static Map<Sign, String> signs(Seen rules, Practice.Seen declared) {
        var both = new EnumMap<Sign, String>(Sign.class);
        rules.signs().forEach((sign, sentence) -> {
            if (declared.sentences().containsKey(sign.name().toLowerCase(Locale.ROOT))) {
                both.put(sign, sentence);
            }
        });
        return both.isEmpty() && rules.signs().size() >= SEVERAL ? rules.signs() : both;
    }

    private static Map<Fault, String> faults(Seen rules, Practice.Seen declared) {
        var either = new EnumMap<Fault, String>(Fault.class);
        either.putAll(rules.faults());
        Arrays.stream(Fault.values())
                .filter(fault -> !either.containsKey(fault))
                .filter(fault -> declared.sentences().containsKey(fault.name().toLowerCase(Locale.ROOT)))
                .filter(fault ->
                        isNoStep(rules, declared.sentences().get(fault.name().toLowerCase(Locale.ROOT))))
                .findFirst()
                .ifPresent(fault ->
                        either.put(fault, declared.sentences().get(fault.name().toLowerCase(Locale.ROOT))));
        return either;
    }

    private static boolean isNoStep(Seen rules, String sentence) {
        return rules.signs().values().stream()
                .noneMatch(shown -> shown.contains(sentence.strip()) || sentence.contains(shown));
    }
}
