package dev.cowork.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// Where a rule stands in the authority matrix.
///
/// @param version 0 for what was decided before there were versions
/// @param line 0 where no line speaks of what was asked for
@Embeddable
record RuleRef(
        @Column(name = "matrix_version") int version,
        @Column(name = "matrix_line") int line) {
    static final RuleRef NONE = new RuleRef(0, 0);

    /// `rule 2 of version 3`; empty where there were no versions.
    String shown() {
        if (version == 0) {
            return "";
        }
        return line == 0 ? "version " + version : "rule " + line + " of version " + version;
    }
}
