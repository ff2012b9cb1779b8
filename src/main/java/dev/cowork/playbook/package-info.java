/// What good support work looks like, as texts in `resources/playbook`: the openings with their fields, questions,
/// approaches, drafts and coaching notes. Front doors: [dev.cowork.playbook.Openings] for the forms.
/// Knows nothing of any session.
@NullMarked
package dev.cowork.playbook;

import org.jspecify.annotations.NullMarked;
