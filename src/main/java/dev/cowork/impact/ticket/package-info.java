/// What a help desk tells of its tickets: taken in signed, once, and counted.
@NullMarked
package dev.cowork.impact.ticket;

import org.jspecify.annotations.NullMarked;
