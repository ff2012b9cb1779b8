/// Workspaces that install the app themselves, and the tokens we call Slack with. [Tokens] is the way in;
/// [Installing] keeps what Slack granted, sealed.
@NullMarked
package dev.cowork.workspace.install;

import org.jspecify.annotations.NullMarked;
