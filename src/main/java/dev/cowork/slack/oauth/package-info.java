/// Installing the app into a workspace over OAuth: the page before, Slack's way back, the page after. Nobody calls it;
/// `workspace.Installing` keeps what comes of it.
@NullMarked
package dev.cowork.slack.oauth;

import org.jspecify.annotations.NullMarked;
