/// How long what people said is kept, what goes when somebody asks, and what is handed out of it. It knows all
/// tables, by `keeping/holdings.txt`, and nothing of what is done with them: docs/decisions/0030 says why it may.
@NullMarked
package dev.cowork.keeping;

import org.jspecify.annotations.NullMarked;
