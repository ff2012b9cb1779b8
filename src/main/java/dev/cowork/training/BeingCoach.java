package dev.cowork.training;

import dev.cowork.partner.Brief;
import dev.cowork.partner.Practice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Coaches: the lesson says what comes next and at which rung, the partner only words it.
@ApplicationScoped
class BeingCoach {
    private final Cast cast;

    BeingCoach(Cast cast) {
        this.cast = cast;
    }

    PlayDesk.Played answer(PlayDesk.Told told) {
        var lesson = Lesson.after(
                told.drill(),
                told.help(),
                told.before().stream()
                        .map(turn -> new Lesson.Heard(turn.words(), turn.declared()))
                        .toList());
        var declared = cast.recognise(new Practice.Passage(told.run().toString(), told.words(), lesson.things()));
        var isDraft = lesson.isWriting();
        var next = lesson.hear(new Lesson.Heard(told.words(), declared));
        var seen = isDraft ? lesson.drafts().getLast() : Seen.NOTHING;
        return new PlayDesk.Played(line(told, next), declared, seen, told.temper(), next.rung() == Lesson.Rung.DONE);
    }

    private Practice.Line line(PlayDesk.Told told, Lesson.Next next) {
        var scene = scene(told, next);
        if (next.rung() == Lesson.Rung.DONE) {
            return Cast.standIn(scene);
        }
        var line = cast.say(scene);
        return CoachGuard.givesAway(line.text(), next) || !CoachGuard.keepsQuestions(line.text(), next)
                ? Cast.standIn(scene)
                : line;
    }

    private static Practice.Scene scene(PlayDesk.Told told, Lesson.Next next) {
        var talk = new ArrayList<Practice.Spoken>();
        told.before().forEach(turn -> {
            talk.add(new Practice.Spoken("Agent", turn.words()));
            turn.answer().ifPresent(answer -> talk.add(new Practice.Spoken("Coach", answer)));
        });
        talk.add(new Practice.Spoken("Agent", told.words()));
        var drill = told.drill();
        return new Practice.Scene(
                told.run().toString(),
                Practice.Role.COACH,
                List.of(
                        new Brief.Field("CASE", drill.situation()),
                        new Brief.Field("THE CUSTOMER WROTE", drill.firstWords())),
                talk,
                "You stand at " + next.rung() + ". Say this, joined to what the agent has just written:\n"
                        + next.words(),
                next.words());
    }
}
