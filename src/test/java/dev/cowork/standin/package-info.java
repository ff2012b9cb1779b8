/// Stand-ins for the servers we call, for tests. They speak the real protocol over HTTP.
@NullMarked
package dev.cowork.standin;

import org.jspecify.annotations.NullMarked;
