package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// The buttons under a question.
@ApplicationScoped
@Transactional
class QuestionListener implements Listener<Inbound.Pressed> {
    private final AskedQuestions questions;
    private final Desk desk;
    private final AskingQuestions asking;

    QuestionListener(AskedQuestions questions, Desk desk, AskingQuestions asking) {
        this.questions = questions;
        this.desk = desk;
        this.asking = asking;
    }

    @Override
    public Address address() {
        return Address.action(QuestionsCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var question = question(pressed);
        if (question.isEmpty()) {
            return new Reply.Whisper("I do not know this question.");
        }
        var refusal = desk.refusal(pressed.gesture(), question.get().session());
        if (refusal.isPresent()) {
            return new Reply.Whisper(refusal.get());
        }
        if (!question.get().isOpen()) {
            return new Reply.Whisper(
                    "This is answered already. To correct it, write in the thread or correct the facts.");
        }
        return pressed.actionId().contains(":answer")
                ? new Reply.Open(QuestionModal.of(question.get()))
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        question(pressed)
                .ifPresent(question -> desk.enter(pressed.gesture(), question.session())
                        .ifPresent(session -> asking.answered(session, question, Optional.empty(), pressed.gesture())));
    }

    private Optional<AskedQuestion> question(Inbound.Pressed pressed) {
        return questions.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()));
    }
}
