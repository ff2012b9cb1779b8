package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// The workspace that the playground plays: its people, its bot and its first channels.
final class Team {
    /// A person to act as.
    ///
    /// @param name the handle, as in `@ana`
    record Person(String id, String name, String realName, String title) {
        String dm() {
            return "D" + id.substring(1);
        }
    }

    record Room(String id, String name, String purpose) {}

    static final String ID = "TPLAY0001";
    static final String NAME = "Northwind Support";
    static final String DOMAIN = "northwind";
    static final String APP = "ACOWORK01";
    static final String BOT = "BCOWORK01";
    static final String BOT_USER = "UCOWORK01";
    static final String SLACKBOT = "USLACKBOT";

    static final List<Person> PEOPLE = List.of(
            new Person("UANA00001", "ana", "Ana Ribeiro", "Agent"),
            new Person("UNOA00001", "noa", "Noa Lindqvist", "New agent"),
            new Person("USAM00001", "sam", "Sam Okafor", "Supervisor"),
            new Person("UMIA00001", "mia", "Mia Castellanos", "Manager"));

    static final List<Room> ROOMS = List.of(
            new Room("CSUPPORT1", "support", "Hard tickets, worked out together"),
            new Room("CAPPROVE1", "support-approvals", "Compensations and escalations that wait for a decision"),
            new Room("CTIPS0001", "claude-support-tips", "What worked, for everybody"));

    private Team() {}

    static Optional<Person> person(String id) {
        return PEOPLE.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /// By id, handle, or the first word of the name; with or without `@`.
    static Optional<Person> called(String words) {
        String name = words.startsWith("@") ? words.substring(1) : words;
        return PEOPLE.stream()
                .filter(person -> person.id().equals(name)
                        || person.name().equalsIgnoreCase(name)
                        || person.realName().equalsIgnoreCase(name))
                .findFirst();
    }

    static ObjectNode json() {
        return Json.object().put("id", ID).put("name", NAME).put("domain", DOMAIN);
    }

    /// A person the way `users.info` tells of them.
    static ObjectNode user(Person person) {
        return user(person.id(), person.name(), person.realName(), person.title());
    }

    static ObjectNode botUser() {
        ObjectNode user = user(BOT_USER, "cowork", "Cowork", "").put("is_bot", true);
        user.withObject("/profile").put("bot_id", BOT).put("api_app_id", APP);
        return user;
    }

    static ObjectNode bot() {
        ObjectNode bot = Json.object()
                .put("id", BOT)
                .put("deleted", false)
                .put("name", "Cowork")
                .put("app_id", APP)
                .put("user_id", BOT_USER)
                .put("updated", 1_700_000_000);
        bot.set("icons", Json.object());
        return bot;
    }

    private static ObjectNode user(String id, String name, String realName, String title) {
        ObjectNode user = Json.object()
                .put("id", id)
                .put("team_id", ID)
                .put("name", name)
                .put("deleted", false)
                .put("real_name", realName)
                .put("tz", "Europe/Berlin")
                .put("tz_label", "Central European Time")
                .put("tz_offset", 3600)
                .put("is_admin", false)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", false)
                .put("is_ultra_restricted", false)
                .put("is_bot", false)
                .put("is_app_user", false)
                .put("updated", 1_700_000_000);
        user.putObject("profile")
                .put("title", title)
                .put("real_name", realName)
                .put("real_name_normalized", realName)
                .put("display_name", realName.split(" ")[0])
                .put("display_name_normalized", realName.split(" ")[0])
                .put("team", ID);
        return user;
    }
}
