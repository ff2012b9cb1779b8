/// The cowork session: one hard ticket, worked out in one thread from opening to close.
@NullMarked
package dev.cowork.session;

import org.jspecify.annotations.NullMarked;
