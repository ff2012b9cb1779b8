package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/// The form of [QuestionModal] sent off.
@ApplicationScoped
@Transactional
class QuestionFormListener implements Listener<Inbound.Submitted> {
    private final AskedQuestions questions;
    private final Desk desk;
    private final AskingQuestions asking;

    QuestionFormListener(AskedQuestions questions, Desk desk, AskingQuestions asking) {
        this.questions = questions;
        this.desk = desk;
        this.asking = asking;
    }

    @Override
    public Address address() {
        return Address.form(QuestionModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        return refusal(submitted)
                .<Reply>map(why -> new Reply.Errors(Map.of(QuestionModal.ANSWER, why)))
                .orElse(Reply.later());
    }

    private Optional<String> refusal(Inbound.Submitted submitted) {
        var question = question(submitted);
        if (question.isEmpty()) {
            return Optional.of("I do not know this question.");
        }
        if (submitted.form().value(QuestionModal.ANSWER).isEmpty()) {
            return Optional.of("Write the answer, or close this and press Don't know.");
        }
        return desk.refusal(submitted.gesture(), question.get().session())
                .or(() -> question.filter(it -> !it.isOpen()).map(_ -> "This is answered already."));
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        question(submitted)
                .ifPresent(question -> desk.enter(submitted.gesture(), question.session())
                        .ifPresent(session -> asking.answered(
                                session,
                                question,
                                Answered.unlessNotKnown(submitted.form().value(QuestionModal.ANSWER)),
                                submitted.gesture())));
    }

    private Optional<AskedQuestion> question(Inbound.Submitted submitted) {
        return questions.of(
                submitted.gesture().workspace(),
                Hidden.read(submitted.form().hidden()).id(QuestionModal.QUESTION));
    }
}
