/// Asking together what many ask at once.
@NullMarked
package dev.cowork.workspace.sharing;

import org.jspecify.annotations.NullMarked;
