package dev.cowork.chaos;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.time.Duration;
import java.util.Random;
import java.util.StringJoiner;

/// The stand-in Claude of a chaos run: says back the marks it was told, and has bad days.
final class Partner implements AutoCloseable {
    private final StandInClaude claude = new StandInClaude();
    private final Random random;
    private volatile int overloaded;
    private volatile int cut;

    Partner(Random random) {
        this.random = random;
        claude.remembersNothing()
                .takesBetweenEvents(Duration.ofMillis(200))
                .speaksInPiecesOf(40)
                .answersTo(_ -> true, this::answer);
    }

    String url() {
        return claude.url();
    }

    /// @param overloadedShare how many of a hundred requests are answered 529
    /// @param cutShare how many of a hundred answers break off in the middle
    void feels(int overloadedShare, int cutShare) {
        overloaded = overloadedShare;
        cut = cutShare;
    }

    @Override
    public void close() {
        claude.close();
    }

    private Said answer(JsonNode request) {
        var heard = StandInClaude.lastWords(request);
        var dice = roll();
        if (dice < overloaded) {
            return Said.overloaded();
        }
        var said = Said.message(text(echo(heard)));
        if (heard.contains("refund")) {
            said = Said.message(text(echo(heard) + " And so on.".repeat(80)), refund("150.00", "It broke."));
        }
        return dice < overloaded + cut ? said.but(new Said.Fault.Cut(4)) : said;
    }

    private synchronized int roll() {
        return random.nextInt(100);
    }

    private static String echo(String heard) {
        var marks = new StringJoiner(" ", "Heard: ", ".").setEmptyValue("Noted.");
        var matcher = Message.MARK.matcher(heard);
        while (matcher.find()) {
            marks.add(matcher.group());
        }
        return marks.toString();
    }
}
