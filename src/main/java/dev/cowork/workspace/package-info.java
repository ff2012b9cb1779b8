/// Who we serve: workspaces, members, their roles, and the clock everybody reads.
@NullMarked
package dev.cowork.workspace;

import org.jspecify.annotations.NullMarked;
