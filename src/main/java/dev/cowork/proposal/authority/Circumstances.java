package dev.cowork.proposal.authority;

import java.util.Locale;
import java.util.regex.Pattern;

/// What else the matrix asks about a case than the ask itself.
///
/// @param customer as the ticket names them; blank where it does not
public record Circumstances(String customer, Tier tier, Outside outside) {
    public static final Circumstances USUAL = new Circumstances("", Tier.STANDARD, Outside.WITHIN);

    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+");
    /// `C-10442`, `#1042`, `4711001`; a year beside a name is none.
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\p{L}{1,6}[-_]?\\d{3,}|#\\d{3,}|\\d{5,})(?![\\p{L}\\d])");

    /// By what grants to one customer are counted together: their e-mail address or customer number where one is
    /// given, so that two of one name are two, and one by two names is one. Otherwise the name, in which case and
    /// spaces make no other customer.
    public String counted() {
        var named = customer.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var mail = MAIL.matcher(named);
        if (mail.find()) {
            return mail.group();
        }
        var number = NUMBER.matcher(named);
        return number.find() ? number.group().replaceAll("[-_#]", "") : named;
    }

    public Circumstances of(String named) {
        return new Circumstances(named, tier, outside);
    }

    @Override
    public String toString() {
        return "Circumstances[" + tier + ", " + outside + "]";
    }
}
