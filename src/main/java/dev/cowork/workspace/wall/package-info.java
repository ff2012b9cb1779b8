/// What keeps workspaces apart in PostgreSQL, whatever a query of ours forgets. [Within] says for whom the work at
/// hand is done; each transaction carries that to the database, whose row-level security shows no other workspace's
/// rows.
@NullMarked
package dev.cowork.workspace.wall;

import org.jspecify.annotations.NullMarked;
