package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalForm;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The form of [AskingModal] sent off.
@ApplicationScoped
@Transactional
class AskFormListener implements Listener<Inbound.Submitted> {
    private final Suggestions suggestions;
    private final Desk desk;
    private final SettlingSuggestion settling;

    AskFormListener(Suggestions suggestions, Desk desk, SettlingSuggestion settling) {
        this.suggestions = suggestions;
        this.desk = desk;
        this.settling = settling;
    }

    @Override
    public Address address() {
        return Address.form(AskingModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        return switch (ProposalForm.read(submitted.form())) {
            case ProposalForm.Parsed.Bad(var byBlock) -> new Reply.Errors(byBlock);
            case ProposalForm.Parsed.Good(Ask ask, var _) ->
                refusal(submitted)
                        .<Reply>map(why -> new Reply.Errors(Map.of(lastBlock(ask), why)))
                        .orElse(Reply.later());
        };
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        if (refusal(submitted).isEmpty()
                && ProposalForm.read(submitted.form())
                        instanceof ProposalForm.Parsed.Good(Ask ask, var circumstances)) {
            var what = new Asking.What(ask, circumstances);
            desk.enter(submitted.gesture(), session(submitted))
                    .ifPresent(session -> suggestion(submitted)
                            .ifPresentOrElse(
                                    it -> settling.rewrite(session, it, what, submitted.gesture()),
                                    () -> settling.ask(session, what, submitted.gesture())));
        }
    }

    private Optional<String> refusal(Inbound.Submitted submitted) {
        return desk.refusal(submitted.gesture(), session(submitted))
                .or(() -> suggestion(submitted)
                        .filter(it -> !it.isOpen())
                        .map(_ -> "This was settled already by somebody else."));
    }

    private static UUID session(Inbound.Submitted submitted) {
        return Hidden.read(submitted.form().hidden()).id(AskingModal.SESSION);
    }

    private Optional<Suggestion> suggestion(Inbound.Submitted submitted) {
        return Hidden.read(submitted.form().hidden())
                .get(AskingModal.SUGGESTION)
                .map(UUID::fromString)
                .flatMap(id -> suggestions.of(submitted.gesture().workspace(), id));
    }

    private static String lastBlock(Ask ask) {
        return ask instanceof Ask.Compensation ? ProposalForm.REASON : ProposalForm.SUMMARY;
    }
}
