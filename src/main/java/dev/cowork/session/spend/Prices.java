package dev.cowork.session.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What tokens cost, by model.
///
/// @param all the longest name first
record Prices(List<Price> all) {
    private static final Pattern PRICE = Pattern.compile(
            "\\s*(?<model>[^=;,\\s]+)\\s*=\\s*(?<fresh>N)\\s*,\\s*(?<cached>N)\\s*,\\s*(?<written>N)\\s*,\\s*(?<output>N)\\s*"
                    .replace("N", "\\d{1,6}(?:\\.\\d{1,6})?"));

    /// A price for a million tokens is as many millionths for one.
    record Price(String model, BigDecimal fresh, BigDecimal cached, BigDecimal written, BigDecimal output) {
        private BigDecimal sum() {
            return fresh.add(cached).add(written).add(output);
        }
    }

    /// @throws IllegalArgumentException where it cannot be read
    static Prices read(String written) {
        var all = Arrays.stream(written.split(";"))
                .filter(part -> !part.isBlank())
                .map(Prices::price)
                .sorted(Comparator.comparing((Price price) -> price.model().length())
                        .reversed())
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("COWORK_PRICES names no model");
        }
        return new Prices(all);
    }

    private static Price price(String part) {
        var parts = PRICE.matcher(part);
        if (!parts.matches()) {
            throw new IllegalArgumentException("COWORK_PRICES: \"" + part.strip()
                    + "\" is not a price; MODEL=FRESH,CACHED,WRITTEN,OUTPUT for a million tokens is accepted");
        }
        return new Price(
                parts.group("model"),
                new BigDecimal(parts.group("fresh")),
                new BigDecimal(parts.group("cached")),
                new BigDecimal(parts.group("written")),
                new BigDecimal(parts.group("output")));
    }

    Optional<Price> of(String model) {
        return all.stream().filter(price -> model.startsWith(price.model())).findFirst();
    }

    /// In millionths; rounded up.
    long micros(String model, Tokens tokens) {
        var price = of(model)
                .orElseGet(
                        () -> all.stream().max(Comparator.comparing(Price::sum)).orElseThrow());
        return price.fresh()
                .multiply(BigDecimal.valueOf(tokens.fresh()))
                .add(price.cached().multiply(BigDecimal.valueOf(tokens.cached())))
                .add(price.written().multiply(BigDecimal.valueOf(tokens.written())))
                .add(price.output().multiply(BigDecimal.valueOf(tokens.output())))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
