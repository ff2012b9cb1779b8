/// The bot seen from outside: a second Slack, that shares no code with the local one and knows only a few methods, and
/// a driver that finds everything by the words on the screen.
package dev.cowork.outside;
