/// The company's policies, articles and voice: brought in, cut by heading, found. Front door:
/// [dev.cowork.knowledge.Knowledge].
@NullMarked
package dev.cowork.knowledge;

import org.jspecify.annotations.NullMarked;
