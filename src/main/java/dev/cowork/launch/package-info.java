/// From the command line to a running bot: checks what is configured, starts a PostgreSQL of our own where none is
/// configured, starts Quarkus, and says where to find it.
///
/// Begin with [Cowork], which the command runs; then [OwnPostgres], which tests start too. Uses no other room, and no
/// other room uses it: everything here happens before the container is there to inject anything.
@NullMarked
package dev.cowork.launch;

import org.jspecify.annotations.NullMarked;
