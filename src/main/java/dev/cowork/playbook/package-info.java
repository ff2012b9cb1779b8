/// What good support work looks like, as texts in `resources/playbook`: the openings with their fields, questions,
/// approaches, drafts and coaching notes. Front doors: [dev.cowork.playbook.Openings] for the forms,
/// [dev.cowork.playbook.Playbook] for the texts. Knows nothing of any session; which text fits when is the
/// partner's to say.
@NullMarked
package dev.cowork.playbook;

import org.jspecify.annotations.NullMarked;
