/// The App Home: the one place that shows several features together.
@NullMarked
package dev.cowork.home;

import org.jspecify.annotations.NullMarked;
