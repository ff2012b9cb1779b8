/// The record of everything decided and refused, that shows when somebody has changed it. Front door:
/// [dev.cowork.audit.AuditChain]; what proves it is [dev.cowork.audit.AuditProof].
@NullMarked
package dev.cowork.audit;

import org.jspecify.annotations.NullMarked;
