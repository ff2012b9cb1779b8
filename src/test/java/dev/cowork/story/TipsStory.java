package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a tip after it was shared: thanked for, found, and quoted to who needs it.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class TipsStory {
    @TestHTTPResource("/")
    URI application;

    private static final String LEADS = "CTIPS0002";

    StandInClaude claude;

    @Inject
    DataSource source;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(_ -> true, _ -> Said.message(text("Let us see.")));
    }

    @Test
    void aTipIsReactedToFoundAndQuotedToAColleagueInTheSameSituation() {
        var ana = desk.ana();
        var form = ana.typesForForm(
                "/cowork tip A violin that cracked in winter shipping: ask Jane Doe (jane@example.com) for the humidity first.",
                Desk.SUPPORT);
        assertFalse(form.prefilled("Tip").contains("jane@"), form.prefilled("Tip"));
        form.submit(Map.of("Tip", "A violin that cracked in winter shipping: ask for the humidity in the case first."));
        var tip = ana.sees(Desk.TIPS, "the tip", post -> post.says("A violin that cracked in winter shipping"));

        desk.sam().reacts(tip, "heart");
        desk.noa().reacts(tip, "tada");
        ana.reacts(tip, "heart");
        Eventually.is(
                "the reactions of the others are counted",
                Duration.ofSeconds(45),
                () -> {
                    ana.types("/cowork impact", Desk.SUPPORT);
                    return ana.posts(Desk.SUPPORT).stream().anyMatch(post -> post.says("2 reactions of colleagues"));
                },
                () -> Person.told(ana.posts(Desk.SUPPORT)));

        // Who takes an emoji away again is not counted any more.
        desk.sam().reacts(tip, "heart");
        Eventually.is(
                "a reaction taken back counts no more",
                Duration.ofSeconds(45),
                () -> {
                    ana.types("/cowork impact", Desk.SUPPORT);
                    return ana.posts(Desk.SUPPORT).stream().anyMatch(post -> post.says("1 reaction of colleagues"));
                },
                () -> Person.told(ana.posts(Desk.SUPPORT)));

        var noa = desk.noa();
        noa.types("/cowork tips violin winter", Desk.SUPPORT);
        noa.isTold(Desk.SUPPORT, "ask for the humidity in the case first. — <@" + ana.id() + ">");
        noa.types("/cowork tips submarine periscope", Desk.SUPPORT);
        noa.isTold(Desk.SUPPORT, "Nobody has shared a tip about that yet.");

        var thread = noa.cowork("The customer's violin cracked during winter shipping, she is furious.");
        var quoted = thread.shows("A colleague's tip that may fit");
        assertTrue(quoted.isOnlyForOne() && quoted.says("ask for the humidity"), quoted.words());
        var other = noa.cowork("The customer's invoice names the wrong company.");
        other.shows("Let us see.");
        assertTrue(other.isWithout("A colleague's tip that may fit"));
    }

    @Test
    void whoSharedATipTakesItBack() {
        var ana = desk.ana();
        ana.typesForForm("/cowork tip Measure the lute before you quote a box for it.", Desk.SUPPORT)
                .submit(Map.of());
        ana.sees(Desk.TIPS, "the tip", post -> post.says("Measure the lute"));
        var thanks = ana.sees(ana.direct(), "the thanks", post -> post.says("Thank you! Your tip is in"));

        ana.presses(thanks, "Take it back");

        desk.sam().sees(Desk.TIPS, "that it is gone", post -> post.says("This tip was taken back."));
        assertTrue(desk.sam().posts(Desk.TIPS).stream().noneMatch(post -> post.says("lute")));
        ana.sees(ana.direct(), "that it is gone", post -> post.says("Your tip was taken back from"));
        desk.noa().types("/cowork tips lute box", Desk.SUPPORT);
        desk.noa().isTold(Desk.SUPPORT, "Nobody has shared a tip about that yet.");
    }

    /// Whatever the channel for tips is later.
    @Test
    void nobodyIsQuotedFromAChannelThatNotEverybodyCanRead() {
        desk.slack()
                .channel(
                        LEADS,
                        Map.of(
                                "name",
                                "tips-of-leads",
                                "is_private",
                                true,
                                "members",
                                List.of("UCOWORK01", desk.ana().id(), desk.sam().id())));
        setTipsChannel(LEADS);
        try {
            desk.ana()
                    .typesForForm("/cowork tip A harpsichord is never shipped with its lid open.", Desk.SUPPORT)
                    .submit(Map.of());
            desk.sam().sees(LEADS, "the tip", post -> post.says("A harpsichord is never shipped"));
            var noa = desk.noa();

            noa.types("/cowork tips harpsichord lid", Desk.SUPPORT);

            noa.isTold(Desk.SUPPORT, "Tips are in <#" + LEADS + ">. Not everybody can read that channel");
            noa.cowork("Their harpsichord was shipped with its lid open, it is broken.")
                    .shows("Let us see.");
        } finally {
            setTipsChannel("");
        }
        var noa = desk.noa();
        noa.types("/cowork tips harpsichord lid", Desk.SUPPORT);
        noa.isTold(Desk.SUPPORT, "Nobody has shared a tip about that yet.");
        var thread = noa.cowork("One more harpsichord was shipped with its lid open.");
        thread.shows("Let us see.");
        Eventually.is(
                "all is looked at",
                () -> new Database(source).count("select count(*) from inbox where state = 'WAITING'") == 0);
        assertTrue(noa.posts(Desk.SUPPORT).stream().noneMatch(post -> post.says("never shipped")));
    }

    private void setTipsChannel(String channel) {
        var form = desk.mia().opensHome().pressesForForm("Settings");
        form.submit(Map.of("Tips channel", channel));
        Eventually.is(
                "it is saved",
                () -> new Database(source)
                                .count(
                                        "select count(*) from workspace_setting where name = 'tips_channel' and value = '"
                                                + channel + "'")
                        == 1);
    }

    @Test
    void helpAnswersTheFourQuestionsAndNamesTheContact() {
        var noa = desk.noa();
        noa.types("/cowork help", Desk.SUPPORT);

        var help = noa.isTold(Desk.SUPPORT, "What you can type");
        for (var question : List.of(
                "It feels slower than just asking for a draft",
                "I don't know what questions to ask",
                "The suggestions don't match our voice",
                "My team isn't using it")) {
            assertTrue(help.says(question), question);
        }
        assertTrue(help.says("*Still stuck?* Ask <@UMIA00001>."), help.words());
    }

    @Test
    void leadsSwitchTheDigestOnAndOffThemselves() {
        var home = desk.sam().opensHome();
        home.presses("Send me the digest");
        home.shows("*Weekly digest*", "You get it once a week");
        home.presses("No more digests");
        home.shows("*Weekly digest*", "how many have not tried it yet");
        desk.noa().opensHome().isWithout("*Weekly digest*");
    }
}
