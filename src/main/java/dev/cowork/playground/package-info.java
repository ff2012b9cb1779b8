/// A local Slack for development and tests: Web API, signed deliveries, and a page that shows it.
///
/// Start with `World`, which remembers everything, then `WebApiResource` (what the bot calls), `Courier` (what the
/// bot is sent) and `ActResource` (what people do). No other room is used here and none uses this one: the bot meets
/// it over HTTP alone. Resources and beans exist in dev and test builds only.
@NullMarked
package dev.cowork.playground;

import org.jspecify.annotations.NullMarked;
