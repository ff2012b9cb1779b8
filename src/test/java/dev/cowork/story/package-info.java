/// The stories: what README promises, told through the local Slack as people would do it. Begin with
/// [dev.cowork.story.Desk].
package dev.cowork.story;
