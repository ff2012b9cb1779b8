package dev.cowork.impact;

import dev.cowork.impact.ticket.LinkingTicket;
import dev.cowork.impact.ticket.TicketKey;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.session.SessionClosed;
import dev.cowork.session.SessionMeasure;
import dev.cowork.session.SessionOpened;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;

/// Writes down what is counted, in the transaction in which it happens: a number cannot drift from its deed.
@ApplicationScoped
class KeepingFacts {
    private final SessionFacts sessions;
    private final ProposalFacts proposals;
    private final SessionMeasure measure;
    private final ProposalBook book;
    private final LinkingTicket linking;
    private final Teams teams;

    KeepingFacts(
            SessionFacts sessions,
            ProposalFacts proposals,
            SessionMeasure measure,
            ProposalBook book,
            LinkingTicket linking,
            Teams teams) {
        this.sessions = sessions;
        this.proposals = proposals;
        this.measure = measure;
        this.book = book;
        this.linking = linking;
        this.teams = teams;
    }

    void on(@Observes SessionOpened opened) {
        measure.placeOf(opened.workspace(), opened.session()).map(this::place).ifPresent(place -> {
            var fact = SessionFact.of(opened, place);
            sessions.persist(fact);
            link(fact, opened.workspace(), opened.session());
        });
    }

    void on(@Observes SessionClosed closed) {
        measure.placeOf(closed.workspace(), closed.session()).map(this::place).ifPresent(place -> {
            var fact = sessions.of(SessionFact.Id.of(closed.workspace(), closed.session()))
                    .orElseGet(() -> added(SessionFact.of(closed, place)));
            fact.close(closed, measure.closenessIn(closed.workspace(), closed.session()));
            // Again: a ticket may have come in while neither saw the other.
            link(fact, closed.workspace(), closed.session());
        });
    }

    void on(@Observes ProposalDecided decided) {
        book.begun(decided.workspace(), decided.proposal()).ifPresent(begun -> end(fact(decided, begun), decided));
    }

    /// Made known only once it is whole: the database refuses a half one.
    private void end(ProposalFact fact, ProposalDecided decided) {
        fact.end(decided);
        proposals.persist(fact);
    }

    private ProposalFact fact(ProposalDecided decided, ProposalBook.Begun begun) {
        var id = new ProposalFact.Id(
                decided.workspace().value(), decided.proposal().value());
        return proposals
                .findByIdOptional(id)
                .orElseGet(() ->
                        ProposalFact.of(id, begun, teams.in(decided.thread().channel())));
    }

    private SessionFact added(SessionFact fact) {
        sessions.persist(fact);
        return fact;
    }

    private SessionFact.Place place(SessionMeasure.Place place) {
        return new SessionFact.Place(place.channel(), teams.in(place.channel()), TicketKey.of(place.ticket()));
    }

    private void link(SessionFact fact, WorkspaceId workspace, UUID session) {
        Optional<String> ticket = fact.isPractice() ? Optional.empty() : fact.ticket();
        ticket.ifPresent(reference -> linking.link(workspace, reference, session));
    }
}
