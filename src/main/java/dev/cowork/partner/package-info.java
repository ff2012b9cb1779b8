/// The conversation partner: Claude, or the playbook where Claude is not to be had. Front door:
/// [dev.cowork.partner.Partner].
@NullMarked
package dev.cowork.partner;

import org.jspecify.annotations.NullMarked;
