/// The authority matrix: who may grant what, version by version, and its screens for administrators. Front door:
/// [dev.cowork.proposal.authority.Matrices].
@NullMarked
package dev.cowork.proposal.authority;

import org.jspecify.annotations.NullMarked;
