package dev.cowork.proposal;

import dev.cowork.slack.Inbound;
import dev.cowork.workspace.MemberId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the modal of [LeadsModal] is read.
final class LeadsForm {
    static final String ROLE = "role";
    static final String NAME = "name";
    static final String PERSON = "person";
    static final String CHANNEL = "channel";
    static final String GROUP = "group";
    static final String SHARE = "share";
    static final String OTHER = "OTHER";
    static final List<Integer> SHARES = List.of(25, 50, 75, 90);
    static final int USUAL_SHARE = 75;
    static final int LONGEST_NAME = 40;

    private LeadsForm() {}

    sealed interface Parsed {
        /// @param place empty where the setting is taken away
        record Good(String role, Optional<String> place, Optional<Integer> share) implements Parsed {}

        record Bad(Map<String, String> byBlock) implements Parsed {}
    }

    /// @param decides whether a person may decide proposals
    static Parsed read(Inbound.Form form, Predicate<MemberId> decides) {
        var wrong = new LinkedHashMap<String, String>();
        var role = role(form, wrong);
        var places = Stream.of(PERSON, CHANNEL, GROUP)
                .filter(block -> !form.value(block).isEmpty())
                .toList();
        if (places.size() > 1) {
            wrong.put(places.get(1), "Name a person, a channel or a user group: only one of them.");
        }
        if (!form.value(GROUP).isEmpty() && !form.value(GROUP).matches("S[A-Z0-9]{2,}")) {
            wrong.put(GROUP, "Write the group's id, such as S0614TZR7, not its name.");
        }
        var isStandIn = role.equals(Lead.STAND_IN);
        if (isStandIn && !form.value(PERSON).isEmpty() && !decides.test(new MemberId(form.value(PERSON)))) {
            wrong.put(PERSON, "This person may not decide. Name a supervisor or a manager.");
        }
        var share = isStandIn ? Optional.of(share(form)) : Optional.<Integer>empty();
        return wrong.isEmpty()
                ? new Parsed.Good(role, places.stream().findFirst().map(form::value), share)
                : new Parsed.Bad(wrong);
    }

    private static String role(Inbound.Form form, Map<String, String> wrong) {
        var role = form.value(ROLE);
        if (role.isEmpty()) {
            wrong.put(ROLE, "Choose what goes there.");
        }
        if (!role.equals(OTHER)) {
            return role;
        }
        var name = form.value(NAME).replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            wrong.put(NAME, "Write the group's name.");
        } else if (name.length() > LONGEST_NAME) {
            wrong.put(NAME, "At most " + LONGEST_NAME + " characters, please.");
        } else if (isTaken(name)) {
            wrong.put(NAME, "This name has its own line above.");
        }
        return name;
    }

    private static boolean isTaken(String name) {
        return Ask.Target.of(name).isPresent()
                || Words.find(new Taken[] {Taken.STAND_IN, Taken.OTHER}, name).isPresent();
    }

    private enum Taken {
        STAND_IN,
        OTHER
    }

    private static int share(Inbound.Form form) {
        return SHARES.stream()
                .filter(share -> form.value(SHARE).equals(Integer.toString(share)))
                .findFirst()
                .orElse(USUAL_SHARE);
    }

    /// As people read it.
    static String shown(String role) {
        if (role.equals(Lead.STAND_IN)) {
            return "Stand-in, where nobody decides in time";
        }
        if (role.equals(OTHER)) {
            return "Escalations to another group…";
        }
        return "Escalations to "
                + Arrays.stream(Ask.Target.values())
                        .filter(target -> target.name().equals(role))
                        .map(Words::inside)
                        .findFirst()
                        .orElse(role);
    }
}
