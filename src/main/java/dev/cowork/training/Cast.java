package dev.cowork.training;

import dev.cowork.partner.Author;
import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Practice;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/// The partner in a drill. Where it is not to be had, the files stand in: a drill never waits for anybody.
@ApplicationScoped
class Cast {
    private final Partner partner;

    Cast(Partner partner) {
        this.partner = partner;
    }

    Practice.Seen recognise(Practice.Passage passage) {
        try {
            return passage.things().isEmpty() ? Practice.Seen.NOTHING : partner.recognise(passage);
        } catch (PartnerUnavailableException away) {
            Log.warnf("nobody read a passage of drill %s: %s", passage.drill(), away.kind());
            return Practice.Seen.NOTHING;
        }
    }

    Practice.Line say(Practice.Scene scene) {
        try {
            return partner.say(scene);
        } catch (PartnerUnavailableException away) {
            Log.warnf("the files stand in in drill %s: %s", scene.drill(), away.kind());
            return standIn(scene);
        }
    }

    static Practice.Line standIn(Practice.Scene scene) {
        return new Practice.Line(scene.standIn(), Author.PLAYBOOK);
    }
}
