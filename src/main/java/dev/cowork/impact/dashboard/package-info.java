/// The page at `/dashboard`: figures with their intervals, for whoever may see them.
@NullMarked
package dev.cowork.impact.dashboard;

import org.jspecify.annotations.NullMarked;
