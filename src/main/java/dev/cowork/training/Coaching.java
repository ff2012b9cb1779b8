package dev.cowork.training;

import dev.cowork.playbook.Page;
import dev.cowork.playbook.Playbook;
import java.util.Map;

/// What the coach says about each step of HEARD: `training/heard.md`.
final class Coaching {
    private static final Page PAGE = TextFile.page("heard");
    private static final Page TALK = TextFile.page("coach");

    private Coaching() {}

    static String line(Step step, String name) {
        return PAGE.part(step.word())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("training/heard.md: no " + name + " under " + step));
    }

    /// What the coach says by `training/coach.md`, its blanks filled in.
    static String say(String heading, Map<String, String> values) {
        return Playbook.filled(TALK.part(heading).body(), values);
    }

    static String nameOf(Step step) {
        return line(step, "name");
    }

    /// What shows a sign, for whoever reads a message.
    static String signOf(Sign sign) {
        return switch (sign) {
            case OPTIONS -> "The agent offers the customer a choice between ways.";
            case NEXT -> "The agent says what happens next, and by when.";
            case HEARD, EMPATHISED, OWNED, CAUSE -> line(sign.step(), "sign");
        };
    }
}
