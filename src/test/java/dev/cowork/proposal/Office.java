package dev.cowork.proposal;

import dev.cowork.AnotherApplication;
import dev.cowork.Database;
import dev.cowork.audit.AuditChain;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.MatrixTables;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/// A workspace of its own with an agent, two who took part, twenty supervisors and a clock that can be put forward.
@Singleton
class Office {
    private static final String NOWHERE = "CNOWHERE1";
    static final String SESSION = "0190a1b2-0000-7000-8000-000000000001";
    static final MemberId ANA = new MemberId("UANA");
    static final MemberId OWNER = new MemberId("UOWNER");
    static final List<MemberId> SUPERVISORS =
            AnotherApplication.SUPERVISORS.stream().map(MemberId::new).toList();
    /// A supervisor who worked on the ticket.
    static final MemberId TOOK_PART = SUPERVISORS.getLast();

    static final MemberId BYSTANDER = new MemberId("UBYSTANDER");

    /// Real time, put forward.
    static final class Later implements InstantSource {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void by(Duration more) {
            ahead.updateAndGet(now -> now.plus(more));
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }
    }

    @ApplicationScoped
    static class Heard {
        final Queue<ProposalDecided> decided = new ConcurrentLinkedQueue<>();

        void on(@Observes ProposalDecided event) {
            decided.add(event);
        }

        void forget(WorkspaceId workspace) {
            decided.removeIf(event -> event.workspace().equals(workspace));
        }

        List<ProposalDecided> in(WorkspaceId workspace) {
            return decided.stream()
                    .filter(event -> event.workspace().equals(workspace))
                    .toList();
        }
    }

    final Later clock = new Later();
    final Proposals proposals;
    final DecisionSteps decisions;
    final Questions questions;
    final AuditChain chain;
    final Heard heard;
    final ProposalBook book;
    final Proposing proposing;
    final Expiring expiring;
    final AtTheDesk desk;
    final DecidingProposal deciding;
    final Asking asking;
    final Renewing renewing;
    final Calling calling;
    final Digesting digesting;
    final Leads leads;
    final Absences absences;
    private final DataSource database;

    Office(
            Proposals proposals,
            DecisionSteps decisions,
            Questions questions,
            Audit audit,
            AuditChain chain,
            Heard heard,
            ProposalBook book,
            Settings settings,
            MatrixTables tables,
            Roles roles,
            ProposalConfig config,
            Showing showing,
            Ending ending,
            Leads leads,
            Absences absences,
            Digests digests,
            Posting posting,
            DataSource database) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.questions = questions;
        this.chain = chain;
        this.heard = heard;
        this.book = book;
        this.database = database;
        var judging = new Judging(tables.over(settings, roles, clock), roles, decisions);
        proposing = new Proposing(
                proposals,
                decisions,
                judging,
                new AnswerTimes(config, settings),
                showing,
                ending,
                new TakingPart(proposals, showing, audit, clock),
                audit,
                clock);
        expiring = new Expiring(proposals, ending, audit, clock);
        desk = new AtTheDesk(proposals, decisions, roles, expiring, showing, audit, clock);
        deciding = new DecidingProposal(desk, decisions, judging, roles, ending, showing, audit, clock);
        asking = new Asking(desk, proposals, questions, showing, audit, clock);
        renewing = new Renewing(desk, proposals, new AnswerTimes(config, settings), roles, showing, audit, clock);
        calling = new Calling(proposals, leads, config, showing, audit, clock);
        digesting = new Digesting(digests, proposals, absences, roles, config, posting, clock);
        this.leads = leads;
        this.absences = absences;
    }

    static WorkspaceId aWorkspace() {
        return new WorkspaceId("T" + UUID.randomUUID());
    }

    static NewProposal wanted(WorkspaceId workspace, Ask ask) {
        return wanted(workspace, ask, SESSION, "");
    }

    static NewProposal wanted(WorkspaceId workspace, Ask ask, String session, String customer) {
        return new NewProposal(
                workspace,
                new ThreadRef(NOWHERE, "1700000000.000100"),
                session,
                ANA,
                Set.of(ANA, OWNER, TOOK_PART),
                ask,
                Optional.empty(),
                new Circumstances(customer, Tier.STANDARD, Outside.WITHIN),
                "Order 4711",
                UUID.randomUUID().toString());
    }

    static Ask.Compensation refund(String amount) {
        return new Ask.Compensation(Ask.Kind.REFUND, Money.parse(amount).orElseThrow(), "Arrived damaged twice");
    }

    ProposalKey proposed(WorkspaceId workspace, Ask ask) {
        var id = QuarkusTransaction.requiringNew().call(() -> proposing.propose(wanted(workspace, ask)));
        return ProposalKey.of(workspace, id);
    }

    /// In a session of its own.
    ProposalKey proposedAlone(WorkspaceId workspace, Ask ask) {
        var wanted = wanted(workspace, ask, UUID.randomUUID().toString(), "");
        return ProposalKey.of(workspace, QuarkusTransaction.requiringNew().call(() -> proposing.propose(wanted)));
    }

    Press press(ProposalKey proposal, int version, MemberId by) {
        return press(proposal, version, by, proposal.in());
    }

    Press press(ProposalKey proposal, int version, MemberId by, WorkspaceId home) {
        return new Press(
                new Gesture(proposal.in(), by, home, UUID.randomUUID().toString()),
                new CardRef(proposal.proposal(), version),
                new ThreadRef(NOWHERE, ""));
    }

    void decide(Press press, Wish wish) {
        QuarkusTransaction.requiringNew().run(() -> deciding.decide(press, wish));
    }

    void approve(ProposalKey proposal, int version, MemberId by) {
        decide(press(proposal, version, by), new Wish.Approve());
    }

    Proposal.State state(ProposalKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> proposals.findById(key).state());
    }

    int version(ProposalKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> proposals.findById(key).version());
    }

    List<DecisionStep> steps(ProposalKey key) {
        return QuarkusTransaction.requiringNew().call(() -> decisions.of(proposals.findById(key)));
    }

    /// What only the people who pressed were told, in the order it was put.
    List<String> whispers(WorkspaceId workspace) {
        return told("and key like 'proposal/told/%'", workspace);
    }

    /// What the messages named so said, one after the other.
    List<String> posts(WorkspaceId workspace, String messageEnd) {
        return told("and message like '%" + messageEnd + "'", workspace);
    }

    Database tables() {
        return new Database(database);
    }

    List<String> told(String which, WorkspaceId workspace) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select body from outbox where workspace = ? " + which + " order by id")) {
            query.setString(1, workspace.value());
            var rows = query.executeQuery();
            var bodies = new ArrayList<String>();
            while (rows.next()) {
                bodies.add(rows.getString(1));
            }
            return bodies;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
