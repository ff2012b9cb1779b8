package dev.cowork.partner;

import dev.cowork.partner.Move.OfferApproaches.Approach;
import dev.cowork.playbook.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The agent's own ideas weighed against each other, further ways, and what lies behind a customer's anger.
final class Weighing {
    private static final int LONGEST = 70;
    private static final Pattern ASKED = Ticket.pattern(
            "(?:pros and cons|advantages and disadvantages|trade-?offs?)(?: are| is)? (?:of|between|for) (?<one>[^?.!\\n]+?),? (?:or|and|versus|vs\\.?) (?<other>[^?.!\\n]+)");
    private static final Pattern THOUGHT = Ticket.pattern(
            "(?:could|can|might|should|either) (?:offer |give |propose |send |do |try )?(?:them |either )?(?<one>[^,?.!\\n]+?),? or (?<other>[^,?.!\\n]+)");

    private Weighing() {}

    /// Exactly the two things the agent named.
    static Reaction compare(Case it) {
        for (var pattern : List.of(ASKED, THOUGHT)) {
            var found = pattern.matcher(it.words());
            if (found.find()) {
                return Reaction.of(
                        it.say("compare"),
                        new Move.OfferApproaches(
                                List.of(weighed(it, found.group("one")), weighed(it, found.group("other")))));
            }
        }
        return Reaction.of(it.say("compare-what"));
    }

    /// What was not offered yet; where nothing is left, the question what the ways lack.
    static Reaction others(Case it) {
        var offered = it.course().moves(Move.OfferApproaches.class).stream()
                .flatMap(move -> move.approaches().stream())
                .map(Approach::title)
                .toList();
        var fresh = it.part("approaches", "other").parts().stream()
                .map(part -> PlaybookPartner.approach(it, part))
                .filter(way -> !offered.contains(way.title()))
                .toList();
        if (fresh.size() >= 2) {
            return Reaction.of(it.say("more-ways"), new Move.OfferApproaches(fresh));
        }
        var last = it.say("no-more-ways");
        return Reaction.of(it.course().hasSaid(last) ? it.say("no-more-ways-again") : last);
    }

    static Reaction opinion(Case it) {
        var reasons = new ArrayList<String>();
        reasons.add(it.say("driving-happened"));
        if (it.ticket().isRepeat()) {
            reasons.add(it.say("driving-again"));
        }
        it.ticket().price().ifPresent(_ -> reasons.add(it.say("driving-paid")));
        if (Ticket.words("threat\\w*", "reviews?").matcher(it.ticket().story()).find()
                || it.ticket().isLegal()) {
            reasons.add(it.say("driving-threat"));
        }
        return Reaction.of(it.say("driving", Map.of("reasons", String.join(" ", reasons))));
    }

    private static Approach weighed(Case it, String idea) {
        var named = idea.strip().replaceFirst("(?i)^(?:offering|giving|sending) ", "");
        var title = Case.upper(named.length() <= LONGEST ? named : named.substring(0, LONGEST - 1) + "…");
        var page = it.playbook().page("weighing");
        Optional<Page.Part> known = page.parts().stream()
                .filter(part -> !part.quote().isEmpty())
                .filter(part -> Ticket.pattern(part.quote()).matcher(idea).find())
                .findFirst();
        var part = known.orElseGet(() -> page.part("other"));
        return new Approach(title, part.text(), part.marked("+ "), part.items(), "", "");
    }
}
