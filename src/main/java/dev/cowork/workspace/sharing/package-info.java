/// Doing once for all what many would each do by themselves: asking, looking at the time.
@NullMarked
package dev.cowork.workspace.sharing;

import org.jspecify.annotations.NullMarked;
