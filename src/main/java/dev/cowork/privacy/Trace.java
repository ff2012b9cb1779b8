package dev.cowork.privacy;

/// Something in a text by which a person, an order or an account can be recognised. `text` is the very words, so
/// `toString()` leaves them out.
///
/// @param at where it begins in the text
public record Trace(Kind kind, int at, String text) {

    int end() {
        return at + text.length();
    }

    /// What can be recognised, what stands there instead, and how it is named to the writer.
    public enum Kind {
        CUSTOMER("the customer", "a customer"),
        TICKET("[ticket]", "the ticket"),
        NAME("[name]", "a person"),
        EMAIL("[e-mail]", "an e-mail address"),
        PHONE("[phone]", "a phone number"),
        ADDRESS("[address]", "an address"),
        NUMBER("[number]", "an order, ticket or account number"),
        CARD("[card]", "a card number"),
        ACCOUNT("[account]", "a bank account"),
        BIRTH("[date of birth]", "a date of birth"),
        SECRET("[secret]", "a password or code"),
        LINK("[link]", "a link to one case or person"),
        COLLEAGUE("a colleague", "a colleague"),
        EVERYBODY("everybody", "a whole group");

        private final String instead;
        private final String named;

        Kind(String instead, String named) {
            this.instead = instead;
            this.named = named;
        }

        public String instead() {
            return instead;
        }

        public String named() {
            return named;
        }
    }

    @Override
    public String toString() {
        return "Trace[" + kind + " at " + at + "]";
    }
}
