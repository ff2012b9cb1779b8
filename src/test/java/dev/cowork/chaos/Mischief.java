package dev.cowork.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// What goes wrong, one after the other, by the seed.
final class Mischief {
    private final Town town;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();

    Mischief(Town town, Random random) {
        this.town = town;
        this.random = random;
    }

    /// What was done, and how often.
    Map<String, Integer> done() {
        return done;
    }

    void until(BooleanSupplier isOver) throws IOException {
        town.slack.feels(SlackServer.Mood.USUAL);
        town.partner.feels(1, 1);
        while (!isOver.getAsBoolean()) {
            one();
            rest(2_000 + random.nextInt(4_000));
            raise();
        }
        heal();
    }

    /// Everything goes well again, and everybody is there.
    void heal() throws IOException {
        town.slack.feels(SlackServer.Mood.GOOD);
        town.partner.feels(0, 0);
        town.delivering.losesNothing();
        town.bots.forEach(Bot::goOn);
        raise();
    }

    private void one() throws IOException {
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> kill(anyBot());
            case 3, 4 -> halt(anyBot(), random.nextInt(3) == 0 ? 30_000 : 3_000 + random.nextInt(12_000));
            case 5 -> fall();
            case 6 -> cut();
            case 7 -> hold();
            case 8 -> slack(random.nextBoolean() ? SlackServer.Mood.DOWN : SlackServer.Mood.FORGETFUL);
            case 9 -> slack(SlackServer.Mood.BUSY);
            default -> claude();
        }
    }

    private void kill(Bot bot) {
        if (bot.isAlive() && !bot.isPaused()) {
            say("kill -9 " + bot.name);
            bot.kill();
        }
    }

    /// Goes on beside what else goes wrong.
    private void halt(Bot bot, int millis) {
        if (bot.isAlive() && !bot.isPaused()) {
            say("SIGSTOP " + bot.name + (millis >= 30_000 ? " for long" : ""));
            bot.pause();
            Thread.ofVirtual().start(() -> {
                rest(millis);
                bot.goOn();
            });
        }
    }

    private void fall() {
        say("PostgreSQL falls");
        town.delivering.measureFromNow();
        town.postgres.fall();
    }

    private void cut() {
        say("connections cut");
        town.wires.get(random.nextInt(town.wires.size())).cut();
    }

    private void hold() {
        say("connections held up");
        town.wires.get(random.nextInt(town.wires.size())).hold(2_000 + random.nextInt(4_000));
    }

    private void slack(SlackServer.Mood mood) {
        say(
                mood.equals(SlackServer.Mood.DOWN)
                        ? "Slack answers 503"
                        : mood.equals(SlackServer.Mood.BUSY) ? "Slack answers 429" : "Slack's answers get lost");
        town.slack.feels(mood);
        rest(4_000 + random.nextInt(6_000));
        town.slack.feels(SlackServer.Mood.USUAL);
    }

    private void claude() {
        say("Claude is overloaded or breaks off");
        town.partner.feels(random.nextInt(100), 30);
        rest(4_000 + random.nextInt(6_000));
        town.partner.feels(1, 1);
    }

    /// The dead are started again, as whoever operates the bot has it done.
    private void raise() throws IOException {
        for (var bot : town.bots) {
            if (!bot.isAlive()) {
                bot.start();
            }
        }
    }

    private Bot anyBot() {
        return town.bots.get(random.nextInt(town.bots.size()));
    }

    private void say(String what) {
        done.merge(what, 1, Integer::sum);
        ChaosRun.say(what);
    }

    private static void rest(int millis) {
        Delivering.rest(Duration.ofMillis(millis));
    }
}
