package dev.cowork.training;

import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Practice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Plays the customer. Their temper is settled before they say a word, and what they say is held against it.
@ApplicationScoped
class BeingCustomer {
    private final Cast cast;

    BeingCustomer(Cast cast) {
        this.cast = cast;
    }

    PlayDesk.Played answer(PlayDesk.Told told) {
        var said = told.before().stream().map(DrillTurn::words).toList();
        var rules = Signs.in(told.words(), told.drill().situation() + "\n" + customerWords(told), said);
        var declared =
                cast.recognise(new Practice.Passage(told.run().toString(), told.words(), StrictReading.things()));
        var seen = StrictReading.of(rules, declared);
        var shown = told.before().stream()
                .flatMap(turn -> turn.seen().signs().keySet().stream())
                .collect(Collectors.toSet());
        var first = seen.signs().keySet().stream()
                .filter(sign -> !shown.contains(sign))
                .collect(Collectors.toSet());
        var temper = told.temper().after(first, seen.faults().keySet());
        var isSettled = temper.isCalm() && (shown.contains(Sign.NEXT) || first.contains(Sign.NEXT));
        return new PlayDesk.Played(line(told, temper), declared, seen, temper, isSettled);
    }

    private Practice.Line line(PlayDesk.Told told, Temper temper) {
        var task = "Your temper is " + temper.value() + " of 5: " + CustomerLines.mood(temper)
                + ". Write what you answer to the agent's latest message.";
        var line = cast.say(scene(told, temper, task));
        var wrong = PersonaGuard.correction(line.text(), temper);
        if (wrong.isEmpty() || line.author() == Author.PLAYBOOK) {
            return line;
        }
        var again = scene(told, temper, task + " " + wrong.get() + " Write it again.");
        var second = cast.say(again);
        return PersonaGuard.correction(second.text(), temper).isEmpty() ? second : Cast.standIn(again);
    }

    private static Practice.Scene scene(PlayDesk.Told told, Temper temper, String task) {
        var drill = told.drill();
        var wasAsked = told.before().stream().anyMatch(turn -> asks(drill, turn.words()));
        var isAsked = asks(drill, told.words());
        var knows = new ArrayList<>(List.of(
                new Brief.Field("YOU ARE", drill.customer()),
                new Brief.Field("YOU WANT", drill.goal()),
                new Brief.Field("YOUR HISTORY", drill.history())));
        if (wasAsked || isAsked) {
            knows.add(new Brief.Field("YOU NOW SAY", drill.unsaid()));
        }
        var talk = new ArrayList<Practice.Spoken>();
        talk.add(new Practice.Spoken("Customer", drill.firstWords()));
        told.before().forEach(turn -> {
            talk.add(new Practice.Spoken("Agent", turn.words()));
            turn.answer().ifPresent(answer -> talk.add(new Practice.Spoken("Customer", answer)));
        });
        talk.add(new Practice.Spoken("Agent", told.words()));
        return new Practice.Scene(
                told.run().toString(),
                Practice.Role.CUSTOMER,
                knows,
                talk,
                task,
                CustomerLines.line(drill, temper, told.number(), isAsked && !wasAsked));
    }

    /// What has not been said yet comes out when somebody asks for it.
    private static boolean asks(Drill drill, String words) {
        return Signs.sentences(words).stream()
                .filter(sentence -> sentence.endsWith("?"))
                .anyMatch(sentence -> drill.unlockedBy().isIn(sentence));
    }

    private static String customerWords(PlayDesk.Told told) {
        return told.before().stream()
                .flatMap(turn -> turn.answer().stream())
                .collect(Collectors.joining("\n", told.drill().firstWords() + "\n", ""));
    }
}
