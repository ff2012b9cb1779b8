package dev.cowork.proposal;

import dev.cowork.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// A decider's question to the people of the ticket, and the way back of its answer. Decides nothing.
@ApplicationScoped
class Asking {
    private final AtTheDesk desk;
    private final Proposals proposals;
    private final Questions questions;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    Asking(
            AtTheDesk desk,
            Proposals proposals,
            Questions questions,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.desk = desk;
        this.proposals = proposals;
        this.questions = questions;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asks, or tells the person why not. The same press twice asks once.
    @Transactional
    void ask(Press press, String words) {
        if (isAskedBy(press)) {
            return;
        }
        desk.take(press, "ASK").ifPresent(proposal -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var question = Question.of(proposal, questions.of(proposal).size() + 1, words, press, now);
            questions.persistAndFlush(question);
            showing.ask(proposal, question);
            showing.again(proposal, "question/" + question.number());
            audit.write(new Audit.Fact(proposal.key(), "asked", press.member(), now, details(press, words)));
        });
    }

    /// The question of a `Reply` button, where this person may answer it and nobody has. The button's card names the
    /// question's number where others name the version.
    @Transactional
    Optional<String> look(Press press) {
        return proposals
                .findByIdOptional(press.key())
                .filter(proposal -> refuses(press, Optional.of(proposal), question(press, proposal))
                        .isEmpty())
                .flatMap(proposal -> question(press, proposal))
                .map(Question::asked);
    }

    /// Answers, or tells the person why not. The same words by the same person twice answer once.
    @Transactional
    void answer(Press press, String words) {
        var proposal = proposals.locked(press.key());
        var question = proposal.flatMap(it -> question(press, it));
        if (isAnsweredSo(question, press, words)) {
            return;
        }
        refuses(press, proposal, question)
                .ifPresentOrElse(
                        why -> desk.refuse(press, "ANSWER", why),
                        () -> answer(proposal.orElseThrow(), question.orElseThrow(), press, words));
    }

    /// Tells a person for whom [#look] found no question why there is none.
    @Transactional
    void turnAway(Press press) {
        var proposal = proposals.locked(press.key());
        refuses(press, proposal, proposal.flatMap(it -> question(press, it)))
                .ifPresent(why -> desk.refuse(press, "ANSWER", why));
    }

    private void answer(Proposal proposal, Question question, Press press, String words) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answer = new Question.Answer(press.member(), words, now);
        question.answer(answer);
        questions.flush();
        showing.answer(proposal, question, answer);
        showing.again(proposal, "answer/" + question.number());
        audit.write(new Audit.Fact(proposal.key(), "answered", press.member(), now, details(press, words)));
    }

    private boolean isAskedBy(Press press) {
        return proposals.locked(press.key()).stream()
                .flatMap(proposal -> questions.of(proposal).stream())
                .anyMatch(question -> question.gesture().equals(press.gesture().key()));
    }

    private static boolean isAnsweredSo(Optional<Question> question, Press press, String words) {
        return question.flatMap(Question::answer)
                .filter(given ->
                        given.by().equals(press.member()) && given.words().equals(words))
                .isPresent();
    }

    private Optional<Question> question(Press press, Proposal proposal) {
        return questions.of(proposal).stream()
                .filter(one -> one.number() == press.card().version())
                .findFirst();
    }

    private static Optional<Refusal> refuses(Press press, Optional<Proposal> proposal, Optional<Question> question) {
        if (proposal.isEmpty() || question.isEmpty()) {
            return Optional.of(new Refusal(Refusal.Why.UNKNOWN, "This question is not known here."));
        }
        if (!press.gesture().isOfThisWorkspace() || !proposal.orElseThrow().tookPart(press.member())) {
            return Optional.of(new Refusal(
                    Refusal.Why.TOOK_PART, "Only those who work on this ticket answer here. Nothing has changed."));
        }
        return question.flatMap(Question::answer)
                .map(given -> new Refusal(
                        Refusal.Why.ANSWERED,
                        "Already answered by " + given.by().mention() + " " + Mrkdwn.at(given.at()) + "."))
                .or(() -> end(proposal.orElseThrow()));
    }

    private static Optional<Refusal> end(Proposal proposal) {
        return switch (proposal.state()) {
            case OPEN -> Optional.empty();
            case APPROVED, DECLINED ->
                Optional.of(new Refusal(
                        Refusal.Why.SETTLED,
                        "It was " + Words.inside(proposal.state())
                                + " meanwhile, so the answer is of no use any more. Nothing has changed."));
            case EXPIRED ->
                Optional.of(new Refusal(
                        Refusal.Why.EXPIRED,
                        "Nobody decided in time, so it waits for no answer. Press `Renew` on its card to ask again."));
        };
    }

    private static Map<String, String> details(Press press, String words) {
        return Map.of(
                "wordsSha256", Sha256.of(words), "gesture", press.gesture().key());
    }
}
