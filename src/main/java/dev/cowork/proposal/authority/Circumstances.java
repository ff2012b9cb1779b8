package dev.cowork.proposal.authority;

import java.util.Locale;

/// What else the matrix asks about a case than the ask itself.
///
/// @param customer as the ticket names them; blank where it does not
public record Circumstances(String customer, Tier tier, Outside outside) {
    public static final Circumstances USUAL = new Circumstances("", Tier.STANDARD, Outside.WITHIN);

    /// By what grants to one customer are counted together: case and spaces make no other customer.
    public String counted() {
        return customer.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public Circumstances of(String named) {
        return new Circumstances(named, tier, outside);
    }

    @Override
    public String toString() {
        return "Circumstances[" + tier + ", " + outside + "]";
    }
}
