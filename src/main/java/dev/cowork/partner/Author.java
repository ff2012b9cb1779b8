package dev.cowork.partner;

/// Who wrote an answer. Shown with everything the playbook writes.
public enum Author {
    CLAUDE,
    PLAYBOOK
}
