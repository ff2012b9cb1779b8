/// What was decided before in cases like this one. Front door: [dev.cowork.proposal.precedent.PrecedentBook].
@NullMarked
package dev.cowork.proposal.precedent;

import org.jspecify.annotations.NullMarked;
