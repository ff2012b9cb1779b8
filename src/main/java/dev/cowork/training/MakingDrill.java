package dev.cowork.training;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Brief;
import dev.cowork.privacy.Anonymised;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.privacy.Trace;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns a closed session into a drill: takes everybody out of it, and keeps what a person read and approved.
@ApplicationScoped
class MakingDrill {
    static final int LONGEST = 1_500;

    private final SessionStory story;
    private final MadeDrills made;
    private final Posting posting;
    private final Roles roles;
    private final InstantSource clock;
    private final Anonymiser anonymiser = new Anonymiser();

    MakingDrill(SessionStory story, MadeDrills made, Posting posting, Roles roles, InstantSource clock) {
        this.roles = roles;
        this.posting = posting;
        this.story = story;
        this.made = made;
        this.clock = clock;
    }

    /// What the form suggests, and what was taken out of it.
    record Suggested(String title, String situation, String firstWords, String goal, List<Trace> found) {
        @Override
        public String toString() {
            return "Suggested[" + found + "]";
        }
    }

    /// Who worked on the session makes a drill of it; they, and who decides or administers, change it and take it back.
    @Transactional
    boolean mayMake(WorkspaceId workspace, UUID session, MemberId member) {
        return story.agentsOf(workspace, session).contains(member);
    }

    @Transactional
    boolean mayChange(WorkspaceId workspace, UUID session, MemberId member) {
        return made.ofSession(workspace, session)
                .filter(drill -> drill.approvedBy().equals(member)
                        || roles.of(workspace, member).decides()
                        || roles.isAdmin(workspace, member)
                        || mayMake(workspace, session, member))
                .isPresent();
    }

    /// The drill that was made of the session, withdrawn or not.
    @Transactional
    Optional<MadeDrill> madeOf(WorkspaceId workspace, UUID session) {
        return made.ofSession(workspace, session);
    }

    /// Those that can be practised and that the person may change.
    @Transactional
    List<MadeDrill> changeableBy(WorkspaceId workspace, MemberId member) {
        return made.of(workspace).stream()
                .filter(drill -> mayChange(workspace, drill.session(), member))
                .toList();
    }

    /// Of the situation as the agent told it; what the partner said is not in it.
    @Transactional
    Suggested suggestion(WorkspaceId workspace, UUID session) {
        var brief = story.briefOf(workspace, session);
        var confidential = confidentialIn(brief);
        var told = brief.situation().stream()
                .filter(field -> !isAboutOne(field))
                .map(field -> field.label().equals("GOAL") ? "" : field.text())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        var words = told.isBlank() ? opening(brief) : told;
        var situation = anonymiser.anonymise(SlackText.cut(words, LONGEST), confidential);
        var goal = anonymiser.anonymise(
                brief.situation().stream()
                        .filter(field -> field.label().equals("GOAL"))
                        .map(Brief.Field::text)
                        .findFirst()
                        .orElse(""),
                confidential);
        var found = new ArrayList<>(situation.found());
        found.addAll(goal.found());
        return new Suggested("", situation.text(), quoted(situation.text()), goal.text(), found);
    }

    /// What is still to be recognised in words that somebody wrote into the form.
    @Transactional
    Anonymised mended(WorkspaceId workspace, UUID session, String words) {
        return anonymiser.anonymise(words, confidentialIn(story.briefOf(workspace, session)));
    }

    /// Approved by whoever sends the form off. Of two who make a drill of the same session, the first is heard.
    @Transactional
    void approve(WorkspaceId workspace, UUID session, MadeScript script, MemberId by) {
        if (made.ofSession(workspace, session).isEmpty()) {
            made.persist(MadeDrill.of(workspace, session, script.title(), script.text(), by, clock.instant()));
            posting.say(workspace, by.value(), Key.of("drill", session, "made"), LineCard.made(script.title()));
        }
    }

    /// @param gesture by which the person is told once
    @Transactional
    void reword(WorkspaceId workspace, UUID session, MadeScript script, MemberId by, String gesture) {
        made.ofSession(workspace, session).ifPresent(drill -> {
            drill.reword(script, by, clock.instant());
            posting.say(
                    workspace, by.value(), Key.of("drill", session, "made", gesture), LineCard.made(script.title()));
        });
    }

    @Transactional
    void withdraw(WorkspaceId workspace, UUID session, MemberId by, String gesture) {
        made.ofSession(workspace, session).filter(MadeDrill::isOffered).ifPresent(drill -> {
            drill.withdraw(clock.instant());
            posting.say(
                    workspace,
                    by.value(),
                    Key.of("drill", session, "withdrawn", gesture),
                    LineCard.withdrawn(drill.title()));
        });
    }

    private static String opening(Brief brief) {
        return brief.past().isEmpty() ? brief.words() : brief.past().getFirst().words();
    }

    private static boolean isAboutOne(Brief.Field field) {
        var label = field.label().toLowerCase(Locale.ROOT);
        return label.equals("customer") || label.startsWith("ticket");
    }

    /// What stands in quotation marks, else the whole.
    private static String quoted(String text) {
        var quote = Pattern.compile("[\"“]([^\"”]{15,})[\"”]").matcher(text);
        return quote.find() ? quote.group(1) : "";
    }

    private static Confidential confidentialIn(Brief brief) {
        return Confidential.of(
                wordsUnder(brief, label -> label.equals("customer")),
                wordsUnder(brief, label -> label.startsWith("ticket")));
    }

    private static String wordsUnder(Brief brief, Predicate<String> label) {
        return brief.situation().stream()
                .filter(field -> label.test(field.label().toLowerCase(Locale.ROOT)))
                .map(Brief.Field::text)
                .collect(Collectors.joining(" "));
    }
}
