package dev.cowork.session;

import dev.cowork.Screens;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostDied;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Move;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.playbook.Opening;
import dev.cowork.playbook.Openings;
import dev.cowork.proposal.Ruling;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
class SessionScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Optional<Money> MUCH = Money.parse("9999999999.99", "USD");

    private final OpeningModal opening;
    private final AskingModal asking;
    private final Openings openings;

    SessionScreens(OpeningModal opening, AskingModal asking, Openings openings) {
        this.opening = opening;
        this.asking = asking;
        this.openings = openings;
    }

    @Override
    public Map<Class<?>, List<?>> longest() {
        var screens = new HashMap<Class<?>, List<?>>();
        talk(screens);
        forms(screens);
        return screens;
    }

    private static void talk(Map<Class<?>, List<?>> screens) {
        var session = session();
        var answer = new Answer(LONG, List.of(), Author.PLAYBOOK, "", Answer.Usage.NONE, many(40));
        screens.put(AnswerCard.class, List.of(AnswerCard.of(answer), AnswerCard.stopped(answer, session.owner())));
        screens.put(CalledCard.class, List.of(CalledCard.of(session, many(40))));
        screens.put(QuestionsCard.class, List.of(QuestionsCard.of(questions(session))));
        screens.put(
                PagedCard.class,
                List.of(new PagedCard(LONG).words(LONG).quote(LONG).pages()));
        screens.put(ApproachesCard.class, List.of(ApproachesCard.of(approaches(session))));
        screens.put(
                RepliesCard.class,
                List.of(RepliesCard.of(Collections.nCopies(12, new Move.AnticipateReplies.LikelyReply(LONG, LONG)))));
        screens.put(CoachCard.class, List.of(CoachCard.of(LONG)));
        screens.put(NoticeCard.class, List.of(NoticeCard.of(CardText.inline(LONG, 500))));
        screens.put(CaseCard.class, cases(session));
        var draft = draft(session);
        screens.put(
                DraftCard.class, List.of(DraftCard.of(draft, true, flagged()), DraftCard.of(draft, false, flagged())));
        var locked =
                new PromiseLock.Locked(Collections.nCopies(50, new PromiseLock.Promise(LONG, "needs an approval")));
        var passage = new Passage("K-bcdfghjk", LONG, LONG, LONG, true);
        var leaks = Collections.nCopies(50, new InternalWords.Leak(LONG, passage));
        screens.put(LockedCard.class, List.of(LockedCard.of(draft, locked), LockedCard.internal(draft, leaks)));
        screens.put(GapCard.class, List.of(GapCard.of(LONG)));
        var ruling = Optional.<Ruling>of(new Ruling.NeedsSupervisor(LONG));
        screens.put(
                SuggestionCard.class,
                List.of(
                        SuggestionCard.of(compensation(session), Optional.empty()),
                        SuggestionCard.of(compensation(session), ruling, "&lt;".repeat(400)),
                        SuggestionCard.of(escalation(session), ruling)));
        screens.put(
                ClosedCard.class,
                List.of(ClosedCard.of(ApproachesCard.of(approaches(session)).getLast()), LockedCard.closed(draft)));
        screens.put(
                CorrectionCard.class,
                List.of(
                        CorrectionCard.of(session.owner(), session.id(), many(200)),
                        CorrectionCard.takenBack(session.owner())));
        screens.put(CutCard.class, List.of(CutCard.of(Turn.begin(session, 1, NOON)), CutCard.over()));
        screens.put(TriageCard.class, List.of(TriageCard.of(triaged())));
        screens.put(
                RepeatCard.class,
                List.of(
                        RepeatCard.of(triaged(), Optional.empty()),
                        RepeatCard.of(triaged(), Optional.of(plan())),
                        RepeatCard.denied(session.owner()),
                        RepeatCard.due(plan(), LONG)));
        screens.put(FailureCard.class, failures(session));
        screens.put(UndeliveredCard.class, undelivered(session));
        screens.put(HandoverCard.class, handover(session));
    }

    private void forms(Map<Class<?>, List<?>> screens) {
        var session = session();
        var place = NewSession.Place.in(new ThreadRef("C0123456789", "1700000000.000100"));
        var hidden = Hidden.of(Map.of("channel", "C0123456789", "thread", "1700000000.000100"));
        var full =
                new ArrayList<Object>(List.of(opening.empty(place), opening.anywhere(), opening.quoting(place, LONG)));
        openings.all().forEach(each -> full.add(opening.changed(each.id(), hidden, filled())));
        screens.put(OpeningModal.class, full);
        var asks = List.of(
                asking.compensation(session),
                asking.escalation(session),
                asking.edit(session, compensation(session)),
                asking.edit(session, escalation(session)));
        screens.put(AskingModal.class, asks);
        screens.put(HandoverModal.class, List.of(HandoverModal.of(session)));
        screens.put(CloseModal.class, List.of(CloseModal.of(session)));
        screens.put(ScaleModal.class, List.of(CloseModal.of(session)));
        screens.put(
                FactsModal.class,
                List.of(FactsModal.of(
                        session,
                        IntStream.range(0, 60)
                                .mapToObj(_ -> new Fact(session, Standing.CUSTOMER_SAID, LONG, NOON))
                                .toList())));
        screens.put(
                QuestionModal.class, List.of(QuestionModal.of(questions(session).getFirst())));
        screens.put(DraftModal.class, List.of(DraftModal.of(draft(session))));
        screens.put(
                PlanModal.class,
                List.of(
                        PlanModal.of(session, Optional.empty(), NOON),
                        PlanModal.of(session, Optional.of(plan()), NOON)));
    }

    private Map<String, String> filled() {
        var words = LONG.substring(0, 3_000);
        return openings.all().stream()
                .flatMap(each -> each.fields().stream())
                .map(Opening.Field::id)
                .distinct()
                .collect(Collectors.toMap(id -> id, _ -> words));
    }

    private static List<Object> cases(Session session) {
        var fields = Collections.nCopies(30, new Brief.Field(LONG, LONG));
        var facts = IntStream.range(0, 300)
                .mapToObj(at -> new Fact(session, Standing.values()[at % Standing.values().length], LONG, NOON))
                .toList();
        var members =
                IntStream.range(0, 200).mapToObj(at -> new MemberId("U" + at)).collect(Collectors.toSet());
        var whole = new CaseCard.Case(triaged(), LONG, LONG, fields, facts, members);
        return List.of(CaseCard.of(whole), CaseCard.whyHere("C0123456789"));
    }

    private static List<Object> failures(Session session) {
        var all = new ArrayList<Object>();
        for (var cause : PartnerUnavailableException.Cause.values()) {
            var turn = Turn.begin(session, 1, NOON);
            turn.fail(cause.name());
            all.add(FailureCard.of(turn));
            all.add(FailureCard.waiting(Duration.ofDays(1)));
            all.add(FailureCard.tryingAgain(cause.name(), Author.CLAUDE));
            all.add(FailureCard.tryingAgain(cause.name(), Author.PLAYBOOK));
        }
        return all;
    }

    private static List<Object> undelivered(Session session) {
        var notice = new Key("undelivered/" + "x".repeat(280));
        var traced = new Tracing.Traced(session, "A part of my answer");
        var died = new PostDied(session.workspace(), notice, notice, LONG);
        return List.of(
                UndeliveredCard.inThread(traced, notice, died),
                UndeliveredCard.toOwner(session, LONG, notice, "channel_not_found"),
                UndeliveredCard.toOwner(session, LONG, notice, "thread_not_found"),
                UndeliveredCard.tryingAgain());
    }

    private static List<Object> handover(Session session) {
        var by = session.owner();
        var facts = Collections.nCopies(60, new Fact(session, Standing.CUSTOMER_SAID, LONG, NOON));
        var drafts = Collections.nCopies(30, draft(session));
        var all = new HandoverCard.Handover(by, by, LONG, facts, many(40), drafts, List.of(), Optional.of(plan()));
        return List.of(HandoverCard.of(all), HandoverCard.toOwner(by, "C0123456789", LONG));
    }

    private static Session triaged() {
        var session = session();
        session.makeQuick();
        session.handling().triaged(new Triage(Triage.Way.QUICK, true, LONG));
        session.handling().isRepeat(LONG);
        session.handling().customerWrites(Language.ofCode("ru").orElseThrow());
        return session;
    }

    private static RecoveryPlan plan() {
        var line = LONG.substring(0, 300).replace('\n', ' ');
        var made = new RecoveryPlan.Made(
                new MemberId("U0123456789"),
                NOON,
                LONG.substring(0, PlanModal.LONGEST),
                new MemberId("U0123456789"),
                LocalDate.EPOCH,
                Collections.nCopies(3, line));
        return new RecoveryPlan(session(), made, new MemberId("U0123456789"), NOON);
    }

    private static List<AskedQuestion> questions(Session session) {
        var turn = Turn.begin(session, 1, NOON);
        var list = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new AskedQuestion(turn, 1, number, LONG, NOON))
                .toList();
        list.get(1).answer(LONG);
        list.get(2).isNotKnown();
        return list;
    }

    private static List<Approach> approaches(Session session) {
        var turn = Turn.begin(session, 1, NOON);
        var points = Collections.nCopies(40, LONG.substring(0, 3_500));
        var offered = new Move.OfferApproaches.Approach(LONG, LONG, points, points, LONG, LONG);
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Approach(turn, 1, number, offered, LONG))
                .toList();
    }

    private static Draft draft(Session session) {
        return Draft.byPartner(session, 1, new Move.WriteDraft("email", LONG, LONG), NOON);
    }

    private static DraftReading flagged() {
        var tongue = new DraftReading.Tongue(Language.ofCode("pl"), Language.ofCode("ru"));
        return new DraftReading(
                Collections.nCopies(40, new LoadedWords.Loaded(LONG, LONG)),
                many(40),
                tongue,
                Collections.nCopies(9, CardText.inline(LONG, 1_000)));
    }

    private static Suggestion compensation(Session session) {
        return Suggestion.of(session, new Move.SuggestCompensation(LONG, LONG, LONG, LONG));
    }

    private static Suggestion escalation(Session session) {
        return Suggestion.of(session, new Move.SuggestEscalation("legal", "now", LONG, LONG));
    }

    private static Session session() {
        var ticket = new Ticket(LONG.substring(0, 200), LONG.substring(0, 200), MUCH, MUCH, Optional.of(5));
        return Session.open(
                new NewSession(
                        new WorkspaceId("T1"),
                        new MemberId("UANA"),
                        NewSession.Place.channel("C0123456789"),
                        NewSession.TEXT,
                        true,
                        List.of(),
                        ticket,
                        LONG),
                NOON);
    }

    private static List<String> many(int times) {
        return Collections.nCopies(times, LONG);
    }
}
