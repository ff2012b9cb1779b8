/// Compensation and escalation: who may decide what, and the decision itself. Front door:
/// [dev.cowork.proposal.Proposing].
@NullMarked
package dev.cowork.proposal;

import org.jspecify.annotations.NullMarked;
