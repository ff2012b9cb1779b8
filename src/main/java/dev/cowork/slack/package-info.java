/// The door to Slack: signed requests in, posts out, live text. Features implement [dev.cowork.slack.Listener]; this
/// room knows none of them.
@NullMarked
package dev.cowork.slack;

import org.jspecify.annotations.NullMarked;
