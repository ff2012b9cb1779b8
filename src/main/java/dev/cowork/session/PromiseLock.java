package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether what a draft promises has been granted: that kind, no more than that, in that currency. Reads the text
/// itself, clause by clause; a price that is only mentioned is no promise, and neither is the hour at which we write
/// again.
///
/// @param ownLimit what the agent may grant alone
/// @param atStake the ticket's amount, which bounds what is meant where no amount is named
/// @param granted what was granted in this session
record PromiseLock(Money ownLimit, Optional<Money> atStake, List<Ask.Compensation> granted) {
    /// A sentence may ask in one half and promise in the other.
    private static final Pattern CLAUSE = Pattern.compile(
            "(?<=[.!?,;:])\\s+|\\R+|\\s[–—-]\\s|\\s(?=but\\s)"
                    // Two things given in one breath are two promises.
                    + "|\\s(?=(?:and|plus|as well as)\\s[^.!?,;:]*?(?:[$€£¥]\\s?\\d|\\d\\s?(?:[€£¥]|USD|EUR|GBP)))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVES = words(
            "refund\\w*",
            "credit\\w*",
            "reimburs\\w*",
            "compensat\\w*",
            "discount\\w*",
            "vouchers?",
            "gift cards?",
            "coupons?",
            "goodwill",
            "money back",
            "waiv\\w+",
            "off your next",
            "pay you",
            "send you a check",
            "cover the cost\\w*",
            "\\d+ back");
    private static final Pattern GOODS = words(
            "a new (?:unit|device|item)",
            "replacement",
            "replace it",
            "replace your",
            "new one",
            "free of charge",
            "at no (?:extra )?cost",
            "at no charge",
            "no charge",
            "on us",
            "on the house",
            "full refund",
            "free shipping",
            "free month\\w*");
    /// Given on top of an amount, and covered by none.
    private static final Pattern FREE =
            words("free of charge", "at no (?:extra )?cost", "at no charge", "free shipping", "free month\\w*");
    private static final Pattern FULL = words(
            "full refund", "full amount", "in full", "all of (?:it|your money)", "entire (?:amount|purchase|order)");
    private static final Pattern EXCEPTION = words(
            "extend(?:ed|ing)? (?:your|the) (?:return|warranty|deadline|trial)",
            "make an exception",
            "made an exception",
            "making an exception",
            "as an exception",
            "one-time exception",
            "waive\\w*",
            "waiving",
            "bend the rules",
            "outside (?:of )?our policy");
    /// What the customer asked for may be promised all the same.
    private static final String ASKING =
            "(?:i|we|i've|we've|i'm|we're|i am|we are|i have|we have|i will|we will|i'll|we'll"
                    + "|to) (?:just |also |already |now )?(?:ask(?:ed|ing)?|request(?:ed|ing)?)";
    private static final Pattern NOT_YET = words(
            "not able to",
            "cannot",
            "can't",
            "unable to",
            ASKING,
            "my request",
            "request for",
            "reviewing",
            "once approved",
            "if approved",
            "subject to",
            "you paid",
            "you were charged",
            "your order of",
            "whether");
    private static final Pattern PERCENT = Pattern.compile(
            "\\b\\d{1,3}\\s?(?:%|(?:percent|prozent|pour cent|por ciento)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT_IN_WORDS = Pattern.compile(
            "\\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\\b[\\w -]{0,30}"
                    + "\\b(?:dollars?|bucks|euros?|pounds?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN = words(
            "by (?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|the end of)",
            "by \\d{1,2}(?:st|nd|rd|th)?\\b",
            "within \\d+ (?:business |working )?(?:hours?|days?|weeks?)",
            "on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
            "(?:be|arrive|delivered|fixed|resolved|there) (?:tomorrow|tonight|next week)",
            "no later than",
            "guarantee\\w*");
    private static final Pattern DELIVERS = words(
            "arriv\\w*", "deliver\\w*", "ship\\w*", "refund\\w*", "replacement", "credit\\w*", "fixed", "resolved");
    private static final Pattern WILL = words(
            "will",
            "we'll",
            "i'll",
            "you'll",
            "guarantee\\w*",
            "promise\\w*",
            "going to",
            "on (?:its|the) way",
            "is coming",
            "ha(?:s|ve) been",
            "issued",
            "processed",
            "(?:am|are|'m|'re) (?:refund|credit|send|giv|add)ing",
            "you get",
            "receive");

    /// What the reading came to.
    sealed interface Reading {}

    record Covered() implements Reading {}

    record Locked(List<Promise> promises) implements Reading {}

    /// @param words the clause that promises
    /// @param missing what would cover it
    record Promise(String words, String missing) {}

    Reading covers(String draft) {
        return covers(draft, List.of());
    }

    /// By our own reading and by the partner's own account, whichever is stricter.
    ///
    /// @param declared what the partner said the draft promises, in words that stand in it
    Reading covers(String draft, List<Move.WriteDraft.Promise> declared) {
        var open = new ArrayList<Promise>();
        for (var clause : CLAUSE.split(draft.replace('’', '\''))) {
            missing(clause.strip())
                    .or(() -> missingInOtherLanguages(clause))
                    .ifPresent(what -> open.add(new Promise(clause.strip(), what)));
        }
        declared.stream()
                .filter(promise -> open.stream().noneMatch(it -> it.words().contains(promise.words())))
                .forEach(promise -> missing(promise).ifPresent(what -> open.add(new Promise(promise.words(), what))));
        return open.isEmpty() ? new Covered() : new Locked(List.copyOf(open));
    }

    private Optional<String> missing(Move.WriteDraft.Promise declared) {
        var kinds = PromisedKinds.in(declared.words());
        var amounts = AmountText.allIn(declared.words());
        var isCovered = switch (declared.promised()) {
            case "exception" -> isGranted(Ask.Kind.POLICY_EXCEPTION);
            case "date" -> isUnnamedGranted(kinds);
            default ->
                amounts.isEmpty()
                        ? isUnnamedGranted(kinds)
                        : amounts.stream().allMatch(amount -> isGranted(amount, kinds));
        };
        return isCovered ? Optional.empty() : Optional.of("needs an approval");
    }

    private Optional<String> missingInOtherLanguages(String clause) {
        return PromiseWords.languages().stream()
                .flatMap(words -> missing(words, clause).stream())
                .findFirst();
    }

    private Optional<String> missing(PromiseWords words, String clause) {
        if (words.notYet().in(clause)) {
            return Optional.empty();
        }
        var any = PromisedKinds.in("");
        var gives = words.gives().in(clause);
        var goods = words.goods().in(clause);
        var amounts = AmountText.allIn(clause);
        if ((gives || goods) && !amounts.isEmpty()) {
            return amounts.stream().anyMatch(amount -> !isGranted(amount, any))
                            || (words.free().in(clause) && !isUnnamedGranted(any))
                    ? Optional.of("needs an approval of this kind and amount")
                    : Optional.empty();
        }
        if (words.exception().in(clause) && !isGranted(Ask.Kind.POLICY_EXCEPTION)) {
            return Optional.of("needs an approved policy exception");
        }
        var isSure = PERCENT.matcher(clause).find() || words.will().in(clause);
        if ((goods || (gives && isSure)) && !isUnnamedGranted(any)) {
            return Optional.of("needs an approval of this kind");
        }
        var isDated = words.when().in(clause)
                && words.delivers().in(clause)
                && words.will().in(clause);
        return isDated && !isUnnamedGranted(any)
                ? Optional.of("needs an approval before a date is promised")
                : Optional.empty();
    }

    private Optional<String> missing(String clause) {
        if (NOT_YET.matcher(clause).find()) {
            return Optional.empty();
        }
        var gives = GIVES.matcher(clause).find();
        var goods = GOODS.matcher(clause).find();
        var amounts = AmountText.allIn(clause);
        var kinds = PromisedKinds.in(clause);
        if ((gives || goods) && !amounts.isEmpty()) {
            return amounts.stream().anyMatch(amount -> !isGranted(amount, kinds))
                            || (FREE.matcher(clause).find() && !isUnnamedGranted(kinds))
                    ? Optional.of("needs an approval of this kind and amount")
                    : Optional.empty();
        }
        if (EXCEPTION.matcher(clause).find() && !isGranted(Ask.Kind.POLICY_EXCEPTION)) {
            return Optional.of("needs an approved policy exception");
        }
        if ((goods
                        || (gives
                                && (PERCENT.matcher(clause).find()
                                        || AMOUNT_IN_WORDS.matcher(clause).find()
                                        || WILL.matcher(clause).find())))
                && !isUnnamedGranted(kinds, FULL.matcher(clause).find())) {
            return Optional.of("needs an approval of this kind");
        }
        var hasDate = WHEN.matcher(clause).find() && DELIVERS.matcher(clause).find();
        return hasDate && WILL.matcher(clause).find() && !isUnnamedGranted(kinds)
                ? Optional.of("needs an approval before a date is promised")
                : Optional.empty();
    }

    private boolean isGranted(Money amount, PromisedKinds kinds) {
        return amount.isWithin(ownLimit)
                || granted.stream().anyMatch(it -> amount.isWithin(it.amount()) && kinds.areMetBy(it.kind()));
    }

    private boolean isGranted(Ask.Kind kind) {
        return granted.stream().anyMatch(it -> it.kind() == kind);
    }

    private boolean isUnnamedGranted(PromisedKinds kinds) {
        return isUnnamedGranted(kinds, false);
    }

    /// Something is promised without an amount: granted where that kind was, or where all that is at stake is within
    /// the agent's own limit. All of it is granted only by no less than what is at stake.
    private boolean isUnnamedGranted(PromisedKinds kinds, boolean isAllOfIt) {
        return granted.stream()
                        .filter(it -> kinds.areMetBy(it.kind()))
                        .anyMatch(it -> !isAllOfIt || atStake.stream().allMatch(all -> all.isWithin(it.amount())))
                || atStake.filter(it -> it.isWithin(ownLimit)).isPresent();
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile("\\b(?:" + String.join("|", alternatives) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
