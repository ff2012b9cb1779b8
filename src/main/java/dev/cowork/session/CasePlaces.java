package dev.cowork.session;

import dev.cowork.slack.Posting;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Which channels a case may stand in: not the ones where proposals wait and tips are collected. Slack's own chooser of
/// channels cannot leave single ones out, so the form says it beside the field.
@ApplicationScoped
class CasePlaces {
    private final Posting posting;
    private final Settings settings;

    CasePlaces(Posting posting, Settings settings) {
        this.posting = posting;
        this.settings = settings;
    }

    /// Finds out in the background which channels those are, while somebody fills in the form.
    void learn(WorkspaceId workspace) {
        others(workspace).forEach(channel -> posting.learn(workspace, channel));
    }

    boolean isForOthers(WorkspaceId workspace, String channel) {
        return others(workspace).stream().anyMatch(other -> posting.leadsTo(workspace, other, channel));
    }

    private List<String> others(WorkspaceId workspace) {
        return List.of(settings.approvalsChannel(workspace), settings.tipsChannel(workspace));
    }
}
