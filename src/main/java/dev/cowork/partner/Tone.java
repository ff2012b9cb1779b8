package dev.cowork.partner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a draft of the playbook sounds.
enum Tone {
    SHORTER("shorter|too long|more concise|cut it down|briefer"),
    SIMPLER("simpler|plain(?:er)? (?:words|language)|easier to (?:read|understand)|too complicated"),
    FORMAL("more formal|less casual|too casual|more professional"),
    HUMAN(
            "more human|less corporate|too corporate|less formal|too formal|too stiff|more personal|more natural|too robotic|less like a (?:bot|company)"),
    WARMER("warmer|kinder|more empath\\w+|friendlier|softer|more compassion\\w*|more caring"),
    STANDARD("plain wording|neutral|as it was");

    private final Pattern asked;

    Tone(String asked) {
        this.asked = Pattern.compile("\\b(?:" + asked + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    static Optional<Tone> wishedFor(String words) {
        return List.of(values()).stream()
                .filter(tone -> tone.asked.matcher(words).find())
                .findFirst();
    }

    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where to look for a wording, first to last.
    List<String> headings() {
        return switch (this) {
            case STANDARD -> List.of("standard");
            case HUMAN -> List.of("human", "standard");
            case WARMER -> List.of("warmer", "human", "standard");
            case FORMAL -> List.of("formal", "standard");
            case SIMPLER -> List.of("simpler", "human", "standard");
            case SHORTER -> List.of("shorter", "standard");
        };
    }
}
