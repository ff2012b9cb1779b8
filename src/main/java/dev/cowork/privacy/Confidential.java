package dev.cowork.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What must not be read in a tip because a session is about it: who the customer is, which ticket it is.
public record Confidential(List<String> customers, List<String> tickets) {
    public static final Confidential NOTHING = new Confidential(List.of(), List.of());

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\p{M}\\d'’.&-]*");
    private static final Set<String> NO_NAME = Set.of(
            "customer",
            "client",
            "the",
            "and",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "herr",
            "frau",
            "vip",
            "inc",
            "ltd",
            "llc",
            "gmbh",
            "corp",
            "company",
            "group",
            "limited",
            "b2b",
            "since",
            "order",
            "account",
            "number",
            "premium",
            "gold",
            "silver",
            "platinum",
            "member",
            "new",
            "old",
            "regular",
            "returning",
            "first",
            "time");

    public Confidential {
        customers = List.copyOf(customers);
        tickets = List.copyOf(tickets);
    }

    /// Reads what people wrote into the fields for customer and ticket; blank means unknown.
    public static Confidential of(String customer, String ticket) {
        return new Confidential(
                customer.isBlank() ? List.of() : List.copyOf(names(customer)),
                ticket.isBlank() ? List.of() : List.of(ticket.strip()));
    }

    /// The whole entry, and each word of it that can be a name by itself: `Ms Jane Doe (VIP)` is also `Jane` and
    /// `Doe`. Longest first, so that the whole goes before its parts.
    private static Set<String> names(String customer) {
        var words = WORD.matcher(customer)
                .results()
                .map(word -> word.group().replaceFirst("[.&'’-]+$", ""))
                .filter(Confidential::canBeAName);
        var names = new LinkedHashSet<String>();
        Stream.concat(Stream.of(customer.strip()), words)
                .sorted((one, other) -> other.length() - one.length())
                .forEach(names::add);
        names.removeIf(name -> NO_NAME.contains(name.toLowerCase(java.util.Locale.ROOT)));
        return names;
    }

    private static boolean canBeAName(String word) {
        return word.length() > 1 && !Character.isLowerCase(word.codePointAt(0));
    }

    @Override
    public String toString() {
        return "Confidential[" + customers.size() + " names, " + tickets.size() + " tickets]";
    }
}
