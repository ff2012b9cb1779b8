/// Taking out of a text by what a person could be recognised. Front door: [dev.cowork.privacy.Anonymiser].
@NullMarked
package dev.cowork.privacy;

import org.jspecify.annotations.NullMarked;
