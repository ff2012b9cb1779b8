/// Several specialists who look at one case at the same time and disagree in the open; a person decides. Nothing of
/// it is called from outside: a press begins it.
@NullMarked
package dev.cowork.panel;

import org.jspecify.annotations.NullMarked;
