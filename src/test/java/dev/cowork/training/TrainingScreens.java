package dev.cowork.training;

import dev.cowork.Screens;
import dev.cowork.partner.Author;
import dev.cowork.partner.Practice;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
class TrainingScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final MemberId ANA = new MemberId("UANA00001");

    private final Openings openings;

    TrainingScreens(Openings openings) {
        this.openings = openings;
    }

    @Override
    public Map<Class<?>, List<?>> longest() {
        var drill = DrillFile.read("made/" + UUID.randomUUID(), longestDrill());
        var running = run(drill, DrillRun.Way.ROLE_PLAY, Help.FULL);
        var coached = run(drill, DrillRun.Way.COACHED, Help.SOME);
        var ended = run(drill, DrillRun.Way.COACHED, Help.LITTLE);
        var card = new Scorecard(
                List.of(Step.values()).stream()
                        .map(step -> new Scorecard.Mark(step, step == Step.HEAR, LONG))
                        .toList(),
                LONG,
                LONG);
        ended.end(card, Optional.of(1.0), NOON);
        var line = new Practice.Line(LONG, Author.PLAYBOOK);
        var kinds = openings.all().stream().collect(Collectors.toMap(Opening::id, Opening::name));
        var suggested = new MakingDrill.Suggested(
                LONG,
                LONG,
                LONG,
                LONG,
                new Anonymiser()
                        .anonymise("Jane Doe +44 20 7946 0958 ".repeat(9), Confidential.NOTHING)
                        .found());
        var steps = Collections.nCopies(5, new PracticeBook.Earned("Empathise", 100));
        var team = new PracticeBook.Team(
                1_000_000, steps, Collections.nCopies(100, new PracticeBook.Person(ANA, 1_000_000, steps)));
        return Map.of(
                DrillCard.class,
                List.of(DrillCard.of(running, drill), DrillCard.of(coached, drill), DrillCard.of(ended, drill)),
                LineCard.class,
                List.of(
                        LineCard.ofCoach(line),
                        LineCard.ofCustomer("Robin", line, new Temper(5)),
                        LineCard.over(),
                        LineCard.made(LONG),
                        LineCard.withdrawn(LONG),
                        LineCard.nothingWritten()),
                ScoreCard.class,
                List.of(ScoreCard.of(ended, card), ScoreCard.shared(ended, card)),
                DrillModal.class,
                List.of(DrillModal.of(
                        IntStream.range(0, 300)
                                .mapToObj(number -> DrillFile.read("own/" + number, drill.source()))
                                .toList(),
                        kinds,
                        Optional.empty())),
                ShareModal.class,
                List.of(ShareModal.of(ended.key())),
                MakeModal.class,
                List.of(
                        MakeModal.of(UUID.randomUUID(), suggested, openings.all()),
                        MakeModal.again(made(), openings.all()),
                        MakeModal.all(Collections.nCopies(40, made()))),
                PracticeCard.class,
                List.of(
                        Message.of("", PracticeCard.own(new PracticeBook.Own(1_000_000, false, steps))),
                        Message.of("", PracticeCard.team(team))));
    }

    private static MadeDrill made() {
        return MadeDrill.of(WORKSPACE, UUID.randomUUID(), LONG.substring(0, 60), longestDrill(), ANA, NOON);
    }

    private static DrillRun run(Drill drill, DrillRun.Way way, Help help) {
        return DrillRun.begin(RunKey.fresh(WORKSPACE), ANA, drill, way, help, NOON);
    }

    private static String longestDrill() {
        var words = LONG.substring(0, MakingDrill.LONGEST);
        return MadeScript.of(Map.of(
                        "title", LONG.substring(0, 60).replace('\n', ' '),
                        "kind", "difficult-customer",
                        "temper", "5",
                        "situation", words,
                        "says", words,
                        "goal", words,
                        "history", words,
                        "unsaid", words,
                        "reply", words,
                        "points", Drill.Ask.POINTS))
                .text();
    }
}
