package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/// Who is who: `auth.test`, `bots.info`, `users.*`, `team.info`.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class PeopleMethods implements Methods {
    private final World world;

    PeopleMethods(World world) {
        this.world = world;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "api.test", _ -> Json.ok(),
                "auth.test", _ -> auth(),
                "bots.info", PeopleMethods::bot,
                "team.info", _ -> with("team", Team.json()),
                "usergroups.users.list", this::group,
                "users.info", this::user,
                "users.list", _ -> users());
    }

    private static ObjectNode auth() {
        return Json.ok()
                .put("url", "https://" + Team.DOMAIN + ".slack.com/")
                .put("team", Team.NAME)
                .put("user", "cowork")
                .put("team_id", Team.ID)
                .put("user_id", Team.BOT_USER)
                .put("bot_id", Team.BOT)
                .put("is_enterprise_install", false);
    }

    private static ObjectNode bot(Call call) {
        if (call.has("bot") && !call.text("bot").equals(Team.BOT)) {
            throw new RefusedException("bot_not_found");
        }
        return with("bot", Team.bot());
    }

    private ObjectNode user(Call call) {
        String id = call.needed("user");
        if (id.equals(Team.BOT_USER)) {
            return with("user", Team.botUser());
        }
        ObjectNode user = Team.user(Team.person(id).orElseThrow(() -> new RefusedException("user_not_found")));
        var changed = world.people.get(id);
        return with("user", changed == null ? user : user.setAll(changed));
    }

    private ObjectNode group(Call call) {
        var group = world.people.get(call.needed("usergroup"));
        if (group == null) {
            throw new RefusedException("no_such_subteam");
        }
        return with("users", group.path("users").deepCopy());
    }

    private static ObjectNode users() {
        ObjectNode answer = Json.ok();
        var members = answer.putArray("members");
        Team.PEOPLE.forEach(person -> members.add(Team.user(person)));
        members.add(Team.botUser());
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static ObjectNode with(String name, JsonNode what) {
        ObjectNode answer = Json.ok();
        answer.set(name, what);
        return answer;
    }
}
