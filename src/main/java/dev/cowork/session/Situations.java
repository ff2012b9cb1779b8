package dev.cowork.session;

import dev.cowork.partner.Brief;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Situations implements PanacheRepositoryBase<SituationField, UUID> {
    void keep(Session session, List<Brief.Field> fields) {
        for (var position = 0; position < fields.size(); position++) {
            persist(new SituationField(session, position, fields.get(position)));
        }
    }

    /// What the agent filled in, in the order of the form.
    List<Brief.Field> of(Session session) {
        return find(
                        "workspace = ?1 and session = ?2 order by position",
                        session.workspace().value(),
                        session.id())
                .stream()
                .map(SituationField::field)
                .toList();
    }
}
