package dev.cowork.training;

import java.util.regex.PatternSyntaxException;

/// Whether words speak of something: by a pattern of a drill's own, or by what each [SignBook] knows under a name.
@FunctionalInterface
interface Mention {
    /// Of nothing at all.
    Mention NEVER = _ -> false;

    boolean isIn(String words);

    /// @param source a pattern; or `@` and a name, which reads words in the language they are in
    /// @throws PatternSyntaxException where it is neither
    static Mention of(String source) {
        if (SignBook.MENTIONS.stream().map(name -> "@" + name).anyMatch(source::equals)) {
            var name = source.substring(1);
            return words -> SignBook.of(words).stream()
                    .anyMatch(book -> Signs.finds(book.mentions().get(name), words));
        }
        if (source.startsWith("@")) {
            throw new PatternSyntaxException("no such name", source, 0);
        }
        var shape = Signs.pattern(source);
        return words -> Signs.finds(shape, words);
    }
}
