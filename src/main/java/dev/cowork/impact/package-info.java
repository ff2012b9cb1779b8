/// What Cowork is good for, measured: facts from what happened, outcomes from the help desk, and a fair comparison
/// of both. It listens; no feature calls it.
@NullMarked
package dev.cowork.impact;

import org.jspecify.annotations.NullMarked;
