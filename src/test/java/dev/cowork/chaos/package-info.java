/// Three real processes on one PostgreSQL, a Slack and a Claude of our own, and everything that can go wrong. Run by
/// `make chaos`; `docs/operating.md` says how to read what it prints. `make turns` measures in the same Slack, where
/// nothing goes wrong.
package dev.cowork.chaos;
