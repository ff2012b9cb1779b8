package dev.cowork.panel;

import dev.cowork.partner.Specialist.Ability;
import java.util.List;
import java.util.Set;

/// Who a specialist is; see [ProfileFile].
///
/// @param kinds which kinds of knowledge it is shown, in lower case
/// @param looksFor words by which its passages are looked for, beside those of the case
/// @param passages how many it is shown at most
/// @param tokens how long its position may be
record Profile(
        String id,
        String name,
        String task,
        Set<Ability> abilities,
        List<String> kinds,
        String looksFor,
        int passages,
        long tokens) {}
