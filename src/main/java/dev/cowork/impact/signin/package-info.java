/// Who is looking, on the web: signed in with Slack, for some hours, and only as what they are there.
@NullMarked
package dev.cowork.impact.signin;

import org.jspecify.annotations.NullMarked;
