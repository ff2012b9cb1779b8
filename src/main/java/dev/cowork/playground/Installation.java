package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.Optional;

/// How this Slack and the bot stand to each other: whether the app is installed, and whether Slack is there at all.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Installation {
    private boolean installed = true;
    private boolean delivers = true;
    private boolean answers = true;

    /// @param wanted any of `installed`, `delivers` (otherwise events are lost for good) and `answers` (otherwise the
    ///     Web API says 503)
    synchronized void change(JsonNode wanted) {
        installed = wanted.path("installed").asBoolean(installed);
        delivers = wanted.path("delivers").asBoolean(delivers);
        answers = wanted.path("answers").asBoolean(answers);
    }

    synchronized void restore() {
        installed = true;
        delivers = true;
        answers = true;
    }

    synchronized boolean isInstalled() {
        return installed;
    }

    synchronized boolean delivers() {
        return delivers;
    }

    synchronized boolean answers() {
        return answers;
    }

    /// What the Web API says to every token, where it takes none.
    synchronized Optional<String> refusal() {
        return installed ? Optional.empty() : Optional.of("account_inactive");
    }

    synchronized ObjectNode shown() {
        return Json.ok().put("installed", installed).put("delivers", delivers).put("answers", answers);
    }
}
