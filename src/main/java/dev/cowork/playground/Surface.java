package dev.cowork.playground;

/// Where blocks are shown; not every block may stand everywhere.
enum Surface {
    MESSAGE,
    MODAL,
    HOME
}
