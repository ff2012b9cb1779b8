package dev.cowork.session;

import dev.cowork.partner.Brief;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells what a customer wrote from what the agent wrote about it: lines quoted with `>` and longer passages between
/// quotation marks are the customer's, the rest is the agent's.
///
/// @param customer passages in the customer's own words, in order
/// @param agent what is left
record CustomersWords(List<String> customer, String agent) {
    private static final Pattern QUOTED = Pattern.compile("[“„»«\"]([^“”„»«\"]{20,}?)[”“»«\"]", Pattern.DOTALL);

    static CustomersWords in(String text) {
        var customer = new ArrayList<String>();
        var lines = text.lines()
                .collect(Collectors.partitioningBy(line -> line.stripLeading().startsWith(">")));
        var quoted = lines.get(true).stream()
                .map(line -> line.stripLeading().substring(1).strip())
                .collect(Collectors.joining("\n"));
        if (!quoted.isBlank()) {
            customer.add(quoted);
        }
        var rest = String.join("\n", lines.get(false));
        var passages = QUOTED.matcher(rest);
        while (passages.find()) {
            customer.add(passages.group(1));
        }
        return new CustomersWords(List.copyOf(customer), QUOTED.matcher(rest).replaceAll(" "));
    }

    /// A field of the opening form may hold a customer's message whole, without any marks.
    static List<String> in(List<Brief.Field> situation) {
        return situation.stream()
                .flatMap(field -> {
                    var marked = in(field.text()).customer();
                    return marked.isEmpty() ? java.util.stream.Stream.of(field.text()) : marked.stream();
                })
                .toList();
    }
}
