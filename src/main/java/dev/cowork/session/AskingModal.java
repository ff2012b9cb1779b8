package dev.cowork.session;

import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.AskModal;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/// The form in which an agent writes what to ask for, alone or from a suggestion of the partner.
@ApplicationScoped
class AskingModal {
    static final String CALLBACK = "session_ask";
    static final String SESSION = "session";
    static final String SUGGESTION = "suggestion";

    private final Settings settings;
    private final ProposalBook book;
    private final LegalSteps legal;

    AskingModal(Settings settings, ProposalBook book, LegalSteps legal) {
        this.legal = legal;
        this.settings = settings;
        this.book = book;
    }

    View compensation(Session session) {
        var amount = session.amount().orElseGet(() -> nothing(session));
        return of(
                "Propose compensation",
                new Ask.Compensation(Ask.Kind.REFUND, amount, ""),
                Asking.usual(session),
                Map.of(SESSION, session.id().toString()),
                List.of());
    }

    View escalation(Session session) {
        return of(
                "Escalate",
                legal.areSpokenOf(session)
                        ? new Ask.Escalation(Ask.Target.LEGAL, Ask.Urgency.NOW, "", "")
                        : new Ask.Escalation(Ask.Target.SUPERVISOR, Ask.Urgency.TODAY, "", ""),
                Asking.usual(session),
                Map.of(SESSION, session.id().toString()),
                book.groups(session.workspace()));
    }

    /// Filled with the suggestion, as far as it can be read.
    View edit(Session session, Suggestion suggestion) {
        return of(
                "Edit first",
                suggestion.ask().orElseGet(() -> readable(suggestion)),
                suggestion.circumstances().orElse(Asking.usual(session)),
                Map.of(
                        SESSION,
                        suggestion.session().toString(),
                        SUGGESTION,
                        suggestion.id().toString()),
                book.groups(suggestion.workspace()));
    }

    private static Ask readable(Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case COMPENSATION ->
                new Ask.Compensation(
                        Ask.Kind.of(suggestion.what()).orElse(Ask.Kind.GESTURE),
                        Money.parse(suggestion.amount(), suggestion.currency())
                                .orElse(new Money(0, Currency.getInstance("USD"))),
                        suggestion.reason());
            case ESCALATION ->
                new Ask.Escalation(
                        Ask.Target.of(suggestion.what()).orElse(Ask.Target.SUPERVISOR),
                        Ask.Urgency.of(suggestion.urgency()).orElse(Ask.Urgency.TODAY),
                        suggestion.reason(),
                        suggestion.holdingReply());
        };
    }

    private Money nothing(Session session) {
        return new Money(0, settings.currency(session.workspace()));
    }

    private static View of(
            String title, Ask ask, Circumstances circumstances, Map<String, String> ids, List<String> groups) {
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(words -> words.type("plain_text").text(title)))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Send to supervisor")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(Hidden.of(ids).json())
                .blocks(AskModal.blocks(ask, circumstances, groups)));
    }
}
