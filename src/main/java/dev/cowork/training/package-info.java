/// Practising hard tickets: drills, coached or with the partner as the customer, and their scorecards. Front doors:
/// [dev.cowork.training.PracticeBook] and [dev.cowork.training.PracticeCard], both for App Home. What a trainee
/// does here is theirs: nobody else reads it unless they press for it.
@NullMarked
package dev.cowork.training;

import org.jspecify.annotations.NullMarked;
