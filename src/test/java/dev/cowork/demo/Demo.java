package dev.cowork.demo;

import dev.cowork.story.Desk;
import dev.cowork.story.Person;
import dev.cowork.story.Post;
import dev.cowork.story.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Plays the guide's first use case by itself, from `/cowork` to the approved compensation and the tip, and prints the
/// threads as they grow. Started by `make demo` as a source file; the program it talks to is the one `make run` starts.
///
/// One argument: the address of a playground that runs already. Without it one is started for the demonstration, with
/// the playbook as partner, a port and a data directory of its own, and stopped and removed afterwards.
final class Demo {
    private static final Path PICTURES = Path.of("target", "demo");
    private static final String OPENING = "I have an extremely angry customer situation. They ordered Product A,"
            + " received Product B, we sent a replacement, they AGAIN received Product B. Now they're talking about"
            + " lawsuits and emotional distress. They paid $150. What's our play here?";

    private final Desk desk;
    private final Screen screen;
    private final Pictures pictures;
    private final Person ana;
    private final Person sam;

    private Demo(URI address) {
        desk = Desk.open(address);
        screen = new Screen(desk);
        pictures = new Pictures(address, PICTURES);
        ana = desk.ana();
        sam = desk.sam();
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            System.exit(played(URI.create(arguments[0])) ? 0 : 1);
        }
        if (!Program.isBuilt()) {
            Screen.line(Program.JAR + " is not there: `make demo` builds it.");
            System.exit(1);
        }
        var home = Files.createTempDirectory("cowork-demo");
        var program = Program.start(home, Program.freePort(), Map.of());
        var isPlayed = false;
        try {
            isPlayed = played(program.address());
        } finally {
            program.stop();
        }
        if (isPlayed) {
            remove(home);
        } else {
            Screen.line("The program's own log is in " + program.log());
        }
        System.exit(isPlayed ? 0 : 1);
    }

    private static boolean played(URI address) {
        try {
            new Demo(address).play();
            return true;
        } catch (AssertionError | IllegalStateException missing) {
            Screen.line("\nThe demonstration stopped: " + missing.getMessage());
            return false;
        }
    }

    private static void remove(Path home) throws IOException {
        try (var all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private void play() {
        try (pictures) {
            playAll();
        }
    }

    private void playAll() {
        Screen.line("Cowork's first use case: de-escalating an angry customer\n");
        var root = open();
        talk(root);
        draft(root);
        decide(root);
        close(root);
        Screen.line("\nDone: from /cowork to the approved compensation and the tip.");
        pictures.tellWhere();
    }

    private String open() {
        screen.tell("Ana types in #support: /cowork " + OPENING);
        ana.types("/cowork " + OPENING, Desk.SUPPORT);
        var card = screen.waitFor("a case card in #support", Desk.SUPPORT, post -> post.has("Close session"));
        pictures.take("1-case", "UANA00001", card);
        return card.ts();
    }

    private void talk(String root) {
        screen.answered(root);
        says(root, "I can approve up to $300 in refunds or credit. Should I escalate first or try to resolve?");
        screen.answered(root);
    }

    private void draft(String root) {
        says(root, "Yes, draft that please.");
        var first = screen.waitFor("a draft", Desk.SUPPORT, post -> in(root, post) && post.has("Use this"));
        screen.answered(root);
        pictures.take("2-draft", "UANA00001", first);
        says(root, "This is good but feels too corporate. Can we make it more human?");
        screen.waitFor(
                "a revised draft",
                Desk.SUPPORT,
                post -> in(root, post) && post.has("Use this") && !post.ts().equals(first.ts()));
        screen.answered(root);
    }

    private void decide(String root) {
        says(root, "Perfect. Now let's plan what compensation package to recommend to my supervisor.");
        var suggestion = screen.waitFor(
                "a compensation to send",
                Desk.SUPPORT,
                post -> in(root, post) && screen.isNew(root, post) && post.has("Send to supervisor"));
        screen.answered(root);
        pictures.take("3-compensation", "UANA00001", suggestion);
        presses(ana, suggestion, "Send to supervisor");
        var proposal =
                screen.waitFor("the proposal in #support-approvals", Desk.APPROVALS, post -> post.has("Approve"));
        pictures.take("4-proposal", "USAM00001", proposal);
        presses(sam, proposal, "Approve");
        screen.waitFor(
                "the approval on the supervisor's card",
                Desk.APPROVALS,
                post -> post.ts().equals(proposal.ts()) && post.says("Approved") && !post.has("Approve"));
        screen.waitFor("the approval in the thread", Desk.SUPPORT, post -> in(root, post) && post.says("Approved"));
        pictures.take("5-approved", "USAM00001", proposal);
        screen.answered(root);
    }

    private void close(String root) {
        var card =
                screen.waitFor("the case card", Desk.SUPPORT, post -> post.ts().equals(root));
        screen.tell("Ana presses [Close session] and chooses “Resolved”");
        var form = ana.pressesForForm(card, "Close session");
        form.submit(Map.of(form.fields().getFirst(), "Resolved"));
        var debrief = screen.waitFor("the debrief", Desk.SUPPORT, post -> in(root, post) && post.has("Share tip"));
        screen.tell("Ana presses [Share tip], reads it once more and sends it");
        ana.pressesForForm(debrief, "Share tip").submit(Map.of());
        var tip = screen.waitFor("the tip in #claude-support-tips", Desk.TIPS, post -> true);
        pictures.take("6-debrief", "UANA00001", debrief);
        pictures.take("7-tip", "UMIA00001", tip);
    }

    private void says(String root, String words) {
        screen.expectsAnswer(root);
        screen.tell("Ana: " + words);
        ana.says(Desk.SUPPORT, Optional.of(root), words);
    }

    private void presses(Person person, Post post, String label) {
        screen.expectsAnswer(post.thread());
        screen.tell(person.name() + " presses [" + label + "]");
        person.presses(post, label);
    }

    private static boolean in(String root, Post post) {
        return post.thread().equals(root) && !post.ts().equals(root);
    }
}
