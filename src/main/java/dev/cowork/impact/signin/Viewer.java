package dev.cowork.impact.signin;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;

/// Who looks, as what they are at this moment.
///
/// @param isLead whether they may see groups
/// @param csrf what a form of ours must send back, so that no other site can send it in their name
public record Viewer(WorkspaceId workspace, MemberId member, boolean isLead, String csrf) {
    @Override
    public String toString() {
        return "Viewer[" + member + "]";
    }
}
