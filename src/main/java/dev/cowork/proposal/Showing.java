package dev.cowork.proposal;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps every place where a proposal is seen at what is true. Each verb joins the caller's transaction.
@ApplicationScoped
class Showing {
    private final Posting posting;
    private final Outbox outbox;
    private final Settings settings;
    private final Roles roles;
    private final DecisionSteps decisions;
    private final Questions questions;
    private final Views views;
    private final KeepingPrecedents precedents;

    Showing(
            Posting posting,
            Outbox outbox,
            Settings settings,
            Roles roles,
            DecisionSteps decisions,
            Questions questions,
            Views views,
            KeepingPrecedents precedents) {
        this.posting = posting;
        this.outbox = outbox;
        this.settings = settings;
        this.roles = roles;
        this.decisions = decisions;
        this.questions = questions;
        this.views = views;
        this.precedents = precedents;
    }

    /// The first card in the approvals channel, and the one in the session's thread.
    void first(Proposal proposal) {
        views.lead(proposal).ifPresent(proposal::leadTo);
        precedents.compare(proposal);
        var whole = shown(proposal);
        proposal.deadline().hurryWhere(whole.isDeserted());
        var shown = views.quietly(whole);
        var channel = settings.approvalsChannel(workspace(proposal));
        posting.say(workspace(proposal), channel, approvalCard(proposal), ApprovalCard.of(shown));
        inThreadOnly(whole);
        proposal.leadsTo().filter(to -> !to.startsWith("S")).ifPresent(to -> views.open(shown, "lead", to));
        warnWhereTooFewAreLeft(whole, "first");
    }

    /// Tells the thread where too few are left to decide what waits.
    ///
    /// @param cause once in the proposal's life
    void warnWhereTooFewAreLeft(Proposal proposal, String cause) {
        warnWhereTooFewAreLeft(shown(proposal), cause);
    }

    private void warnWhereTooFewAreLeft(Shown shown, String cause) {
        if (shown.isOpen() && !shown.hasEnoughDeciders()) {
            tellThread(shown.proposal(), "nobody/" + cause, nobody(shown));
        }
    }

    /// A card in the session's thread alone: what is decided already bothers no supervisor.
    void inThreadOnly(Proposal proposal) {
        inThreadOnly(shown(proposal));
    }

    private void inThreadOnly(Shown shown) {
        var proposal = shown.proposal();
        posting.reply(workspace(proposal), proposal.thread(), threadCard(proposal), ProposalCard.inThread(shown));
        views.tell(shown);
    }

    /// Both cards again, as it stands now.
    ///
    /// @param change what has changed, once in the proposal's life: `step/1`, `expired/3`
    void again(Proposal proposal, String change) {
        again(shown(proposal), change);
    }

    /// The same, and where nobody is there it goes on at once, where too few are left the thread is told: others wait
    /// for it than before.
    void anewFor(Proposal proposal, String change) {
        var shown = shown(proposal);
        proposal.deadline().hurryWhere(shown.isDeserted());
        again(shown, change);
        warnWhereTooFewAreLeft(shown, change);
    }

    private void again(Shown shown, String change) {
        var proposal = shown.proposal();
        posting.revise(workspace(proposal), approvalCard(proposal), change, ApprovalCard.of(shown));
        posting.revise(
                workspace(proposal), proposal.thread(), threadCard(proposal), change, ProposalCard.inThread(shown));
        views.revise(shown, change);
    }

    void ask(Proposal proposal, Question question) {
        posting.reply(
                workspace(proposal),
                proposal.thread(),
                questionCard(proposal, question),
                QuestionCard.asked(proposal, question));
    }

    /// The question's card without its button, and the answer to where the question came from.
    void answer(Proposal proposal, Question question, Question.Answer answer) {
        posting.revise(
                workspace(proposal),
                proposal.thread(),
                questionCard(proposal, question),
                "answered",
                QuestionCard.asked(proposal, question));
        inApprovals(proposal, "answer/" + question.number(), QuestionCard.answered(question, answer));
    }

    /// What was asked and not answered, as it stands now that the proposal came to its end, or begins again.
    ///
    /// @param change as in [#again]
    void unanswered(Proposal proposal, String change) {
        unanswered(proposal)
                .forEach(question -> posting.revise(
                        workspace(proposal),
                        proposal.thread(),
                        questionCard(proposal, question),
                        change,
                        QuestionCard.asked(proposal, question)));
    }

    /// Whether something was asked of the people of its ticket that they may still answer.
    boolean asks(Proposal proposal) {
        return proposal.isOpen() && !unanswered(proposal).isEmpty();
    }

    /// Nobody reads along in the thread any more.
    void leave(Proposal proposal) {
        unanswered(proposal)
                .forEach(question -> posting.revise(
                        workspace(proposal),
                        proposal.thread(),
                        questionCard(proposal, question),
                        "left",
                        QuestionCard.left(proposal, question)));
    }

    private List<Question> unanswered(Proposal proposal) {
        return questions.of(proposal).stream()
                .filter(question -> question.answer().isEmpty())
                .toList();
    }

    /// Calls the deciders in the thread of their card: a changed message notifies nobody. Those who get all that waits
    /// in one message are told there instead.
    void call(Proposal proposal, String key, String words) {
        var named = views.quietly(shown(proposal)).named();
        if (!named.isEmpty()) {
            inApprovals(proposal, key, NoteCard.of(Mrkdwn.anyOf(named) + " " + words));
        }
    }

    /// Shows it to whom it went on too, and says so in both threads.
    void goOn(Proposal proposal, String key, String to) {
        var words = Mrkdwn.place(to) + ": nobody has decided yet. An answer is needed by "
                + Mrkdwn.at(proposal.expiresAt()) + ".";
        if (!to.startsWith("S")) {
            views.open(shown(proposal), key, to);
        }
        inApprovals(proposal, key, NoteCard.of(words));
        tellThread(
                proposal,
                key + "/thread",
                "*" + Mrkdwn.ask(proposal.ask()) + "*: nobody has decided yet, so it went on to " + Mrkdwn.place(to)
                        + ".");
        again(proposal, key);
    }

    /// Tells only the person who pressed: where they did, or directly where that was in App Home. What they saw there
    /// was out of date, so it is put up anew.
    void whisper(Press press, String words) {
        var workspace = press.gesture().workspace();
        var key = Key.of("proposal", "told", Sha256.of(press.gesture().key()));
        if (press.isAtHome()) {
            posting.say(workspace, press.member().value(), key, NoteCard.of(words));
        } else {
            posting.whisper(workspace, press.where(), press.member(), key, NoteCard.of(words));
        }
    }

    /// Whoever goes on from it learns that an answer is due later than was said.
    void tellOfDeadline(Proposal proposal, MemberId by, Instant from) {
        views.tellOfDeadline(proposal, by, from);
    }

    /// Puts up anew what the person sees of it in App Home.
    void anew(Proposal proposal, MemberId member) {
        views.tell(proposal, Set.of(member));
    }

    private void inApprovals(Proposal proposal, String key, Message content) {
        place(proposal).ifPresent(card -> posting.reply(workspace(proposal), card, key(proposal, key), content));
    }

    private Optional<ThreadRef> place(Proposal proposal) {
        return outbox.place(workspace(proposal), approvalCard(proposal))
                .map(place -> new ThreadRef(place.channel(), place.ts()));
    }

    private void tellThread(Proposal proposal, String key, String words) {
        posting.reply(workspace(proposal), proposal.thread(), key(proposal, key), NoteCard.of(words));
    }

    private static String nobody(Shown shown) {
        return shown.deciders().isEmpty()
                ? ":warning: Nobody is named who may decide this and did not take part in the ticket. It waits until an"
                        + " administrator adds supervisors (setting `COWORK_SUPERVISORS`)."
                : ":warning: This needs two different people, and only "
                        + Mrkdwn.anyOf(shown.deciders())
                        + " is left who may decide it. It waits until an administrator adds supervisors (setting"
                        + " `COWORK_SUPERVISORS`).";
    }

    Shown shown(Proposal proposal) {
        var steps = decisions.of(proposal);
        var led = proposal.leadsTo().flatMap(Lead::member).filter(member -> roles.mayWork(workspace(proposal), member));
        var deciders = Stream.concat(led.stream(), roles.deciders(workspace(proposal)).stream())
                .distinct()
                .filter(member -> !proposal.tookPart(member))
                .filter(member -> steps.stream().map(DecisionStep::by).noneMatch(member::equals))
                .toList();
        var away = views.away(workspace(proposal));
        return new Shown(
                proposal,
                steps,
                questions.of(proposal),
                deciders.stream().filter(member -> !away.containsKey(member)).toList(),
                deciders.stream().filter(away::containsKey).collect(Collectors.toMap(it -> it, away::get)),
                Set.of(),
                precedents.shown(proposal));
    }

    private static WorkspaceId workspace(Proposal proposal) {
        return proposal.key().in();
    }

    private static Key approvalCard(Proposal proposal) {
        return key(proposal, "approval");
    }

    private static Key threadCard(Proposal proposal) {
        return key(proposal, "thread");
    }

    private static Key questionCard(Proposal proposal, Question question) {
        return key(proposal, "question/" + question.number());
    }

    private static Key key(Proposal proposal, String what) {
        return Key.of("proposal", proposal.key().id(), what);
    }
}
