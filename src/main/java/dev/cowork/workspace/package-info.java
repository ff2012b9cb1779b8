/// Who we serve: workspaces, members, their roles, money and the clock everybody reads. Uses no other room.
@NullMarked
package dev.cowork.workspace;

import org.jspecify.annotations.NullMarked;
