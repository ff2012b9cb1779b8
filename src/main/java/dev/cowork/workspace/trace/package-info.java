/// Steps of a trace, for whoever collects them.
@NullMarked
package dev.cowork.workspace.trace;

import org.jspecify.annotations.NullMarked;
