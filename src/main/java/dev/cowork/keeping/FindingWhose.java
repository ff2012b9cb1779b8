package dev.cowork.keeping;

import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Finds out whose data a reference means: somebody who is mentioned, or sessions by their ticket or customer.
@ApplicationScoped
class FindingWhose {
    static final int LONGEST = 150;
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,30})(\\|[^>]*)?>|@?([UW][A-Z0-9]{7,30})");

    private final KeptRows rows;

    FindingWhose(KeptRows rows) {
        this.rows = rows;
    }

    /// Empty where nothing is kept about it.
    @Transactional
    Optional<Whose> of(WorkspaceId workspace, String reference) {
        var mention = MENTION.matcher(reference);
        if (mention.matches()) {
            var member = new MemberId(mention.group(1) == null ? mention.group(3) : mention.group(1));
            return Optional.of(new Whose.Person(member, decided(workspace, rows.sessionsOf(workspace, member))));
        }
        var about = rows.sessionsAbout(workspace, reference.replaceFirst("^#(?=\\d)", ""));
        var sessions = decided(workspace, about.isEmpty() ? rows.sessionsAbout(workspace, reference) : about);
        return sessions.isEmpty() ? Optional.empty() : Optional.of(new Whose.Of(sessions));
    }

    /// Whom or what the reference means, as Slack shows it: a mention, or words between marks.
    static String shown(String reference) {
        var mention = MENTION.matcher(reference);
        return mention.matches()
                ? new MemberId(mention.group(1) == null ? mention.group(3) : mention.group(1)).mention()
                : "“" + SlackText.escaped(SlackText.cut(reference, LONGEST)) + "”";
    }

    /// How many are about it and wait for a decision: those stay until it is made.
    @Transactional
    int waiting(WorkspaceId workspace, String reference) {
        var mention = MENTION.matcher(reference);
        var all = mention.matches()
                ? rows.sessionsOf(
                        workspace, new MemberId(mention.group(1) == null ? mention.group(3) : mention.group(1)))
                : rows.sessionsAbout(workspace, reference);
        return rows.undecided(workspace, all).size();
    }

    private List<UUID> decided(WorkspaceId workspace, List<UUID> sessions) {
        var waiting = sessions.isEmpty() ? List.<UUID>of() : rows.undecided(workspace, sessions);
        return sessions.stream().filter(id -> !waiting.contains(id)).toList();
    }
}
