package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a session is worked: with a draft at once or together, in which language, and whether we have failed the
/// customer before.
@Embeddable
class Handling {
    @Column(name = "triage")
    private String triage = "";

    @Column(name = "triage_reasons")
    private String triageReasons = "";

    @Column(name = "urgent")
    private boolean urgent;

    @Column(name = "customer_language")
    private String customerLanguage = "";

    @Column(name = "repeat_reason")
    private String repeatReason = "";

    @Column(name = "repeat_denied_by")
    private @Nullable String repeatDeniedBy;

    Handling() {}

    /// What the opening came to. Once said, it stays said.
    void triaged(Triage came) {
        if (isTriaged()) {
            throw new IllegalStateException("the session was triaged already: " + triage);
        }
        triage = came.way().name();
        triageReasons = came.line();
        urgent = came.isUrgent();
    }

    boolean isTriaged() {
        return !triage.isEmpty();
    }

    /// Why it is worked the way it is, in one line; empty until it was looked at.
    String triageLine() {
        return triageReasons;
    }

    boolean isUrgent() {
        return urgent;
    }

    void customerWrites(Language language) {
        customerLanguage = language.code();
    }

    Optional<Language> customerLanguage() {
        return Language.ofCode(customerLanguage);
    }

    /// We have failed this customer before.
    ///
    /// @return whether nobody knew, and nobody said that it is not so
    boolean isRepeat(String reason) {
        if (!repeatReason.isEmpty() || repeatDeniedBy != null) {
            return false;
        }
        repeatReason = reason;
        return true;
    }

    /// Somebody says that it is none. It is not brought up again.
    void isNoRepeat(MemberId by) {
        repeatDeniedBy = by.value();
    }

    /// Why it is a second failure; empty where it is none.
    Optional<String> repeat() {
        return repeatDeniedBy == null && !repeatReason.isEmpty() ? Optional.of(repeatReason) : Optional.empty();
    }
}
