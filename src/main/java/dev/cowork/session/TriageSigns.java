package dev.cowork.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words in an opening that tell what it is; see `guard/triage.txt`.
///
/// @param triggers the first word of each trigger that was found
record TriageSigns(
        Map<Trigger, String> triggers, Optional<String> urgent, Optional<String> routine, Optional<String> repeat) {
    private static final Map<String, List<String>> FILE = GuardFile.sections("triage.txt");
    private static final Map<Trigger, Pattern> TRIGGERS = triggerPatterns();
    private static final Pattern URGENT = GuardFile.words(FILE.get("URGENT"));
    private static final Pattern ROUTINE = GuardFile.words(FILE.get("ROUTINE"));

    static TriageSigns in(Collection<String> told) {
        var story = String.join("\n", told);
        var triggers = new EnumMap<Trigger, String>(Trigger.class);
        TRIGGERS.forEach((trigger, words) -> first(words, story).ifPresent(found -> triggers.put(trigger, found)));
        LegalThreats.in(List.of(story)).ifPresent(_ -> triggers.putIfAbsent(Trigger.ANGRY, "legal steps"));
        return new TriageSigns(triggers, first(URGENT, story), first(ROUTINE, story), RepeatWords.in(story));
    }

    /// Why it is to be worked out together, one by one; none where nothing says so.
    ///
    /// @param chosen what whoever opened it chose
    List<String> reasons(Optional<Trigger> chosen, boolean isTooMuch) {
        var reasons = new ArrayList<String>();
        chosen.ifPresent(it -> reasons.add(it.words()));
        triggers.forEach((trigger, words) -> {
            if (chosen.filter(trigger::equals).isEmpty()) {
                reasons.add(trigger.words() + " (“" + words + "”)");
            }
        });
        repeat.ifPresent(_ -> reasons.add("a second failure"));
        if (isTooMuch) {
            reasons.add("more at stake than you may grant alone");
        }
        return List.copyOf(reasons);
    }

    private static Optional<String> first(Pattern words, String story) {
        return Stream.of(words.matcher(story))
                .filter(it -> it.find())
                .map(it -> it.group().strip())
                .findFirst();
    }

    private static Map<Trigger, Pattern> triggerPatterns() {
        var all = new EnumMap<Trigger, Pattern>(Trigger.class);
        for (var trigger : Trigger.values()) {
            all.put(trigger, GuardFile.words(FILE.get(trigger.name())));
        }
        return all;
    }
}
