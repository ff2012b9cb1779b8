/// The fair comparison: assisted tickets beside similar ones, in plain arithmetic that knows no database and no
/// screen.
@NullMarked
package dev.cowork.impact.comparison;

import org.jspecify.annotations.NullMarked;
