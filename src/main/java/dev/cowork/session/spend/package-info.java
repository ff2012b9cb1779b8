/// What Claude costs: counted by request, held against a limit for each workspace and day, shown to administrators.
/// Front door: [dev.cowork.session.spend.SpendBook].
@NullMarked
package dev.cowork.session.spend;

import org.jspecify.annotations.NullMarked;
