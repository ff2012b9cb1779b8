/// What came in and what must go out: durable, once, in order. Front doors: [dev.cowork.delivery.Inbox] and
/// [dev.cowork.delivery.Outbox].
@NullMarked
package dev.cowork.delivery;

import org.jspecify.annotations.NullMarked;
