/// What a closed session leaves behind: the debrief, and tips for the team.
@NullMarked
package dev.cowork.insight;

import org.jspecify.annotations.NullMarked;
