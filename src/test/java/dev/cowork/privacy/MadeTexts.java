package dev.cowork.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Made texts with something private in them, in the shapes of many countries. Always the same ones.
final class MadeTexts {
    /// A text, what must not leave in it, and what the session knew.
    record Made(String shape, String text, List<String> secrets, Confidential known) {
        static Made of(String shape, String text, String secret) {
            return new Made(shape, text, List.of(secret), Confidential.NOTHING);
        }
    }

    private static final String[] PHONES = {
        "+1 415 555 0132",
        "(415) 555-0132",
        "415-555-0132",
        "415.555.0132",
        "+1-202-555-0171 ext. 12",
        "555-0132",
        "+44 20 7946 0958",
        "020 7946 0958",
        "(0161) 496 0123",
        "07700 900123",
        "+44 (0)20 7946 0958",
        "+49 30 901820",
        "030 901820-14",
        "0171/1234567",
        "+49 (0) 89 123456-0",
        "0711 1234567",
        "+33 1 42 68 53 00",
        "06 12 34 56 78",
        "01.42.68.53.00",
        "0033 6 12 34 56 78",
        "+34 612 345 678",
        "912 34 56 78",
        "+39 06 6982",
        "333 123 4567",
        "+351 912 345 678",
        "+31 6 12345678",
        "06-12345678",
        "+32 470 12 34 56",
        "+41 44 668 18 00",
        "044 668 18 00",
        "+43 1 58858-0",
        "+45 32 12 34 56",
        "+46 8 123 456 78",
        "070-123 45 67",
        "+47 22 12 34 56",
        "+358 40 1234567",
        "+48 512 345 678",
        "512 345 678",
        "+420 601 123 456",
        "+36 1 234 5678",
        "+40 21 123 4567",
        "+30 21 0123 4567",
        "+90 532 123 45 67",
        "+7 495 123-45-67",
        "8 (495) 123-45-67",
        "+380 44 123 4567",
        "+972 3-123-4567",
        "+971 50 123 4567",
        "+966 50 123 4567",
        "+20 2 1234 5678",
        "+27 11 123 4567",
        "011 123 4567",
        "+234 803 123 4567",
        "+254 712 345678",
        "+91 98765 43210",
        "098765 43210",
        "+92 300 1234567",
        "+880 1712-345678",
        "+81 3-1234-5678",
        "03-1234-5678",
        "090-1234-5678",
        "+82 2-1234-5678",
        "010-1234-5678",
        "+86 138 1234 5678",
        "138-1234-5678",
        "+852 2123 4567",
        "2123 4567",
        "+65 6123 4567",
        "6123 4567",
        "+60 12-345 6789",
        "+66 2 123 4567",
        "+84 91 234 56 78",
        "+62 812-3456-7890",
        "+63 917 123 4567",
        "+61 2 9876 5432",
        "0412 345 678",
        "(02) 9876 5432",
        "+64 21 123 456",
        "021 123 4567",
        "+55 11 91234-5678",
        "(11) 91234-5678",
        "+52 55 1234 5678",
        "+54 11 1234-5678",
        "+56 9 1234 5678",
        "+57 300 123 4567",
        "+51 912 345 678",
        "٠٥٠١٢٣٤٥٦٧"
    };
    private static final String[] CALLS = {
        "The customer wants to be called at %s today.",
        "Reach them on %s after 17:00.",
        "They left %s, nothing else.",
        "Tel: %s"
    };
    private static final String[] EMAILS = {
        "jane.doe@example.com",
        "j+orders@mail.example.co.uk",
        "müller@beispiel.de",
        "o'neil@example.ie",
        "kundin_77@post.example.at",
        "josé.garcía@correo.example",
        "yamada@example.co.jp",
        "a@b.io",
        "X@SUB.EXAMPLE.ORG",
        "<mailto:ann@example.com|ann@example.com>",
        "jane.doe [at] example.com",
        "jane (at) example (dot) com",
        "jane.doe at example dot com",
        "иван@почта.рф"
    };
    private static final String[] NUMBERS = {
        "order 48213",
        "order #48213",
        "Order no. 112-1234567-1234567",
        "order number: A-2024-00817",
        "ticket ZD-48213",
        "ticket #77",
        "case 00012345",
        "case id 5003X00002AbCdE",
        "invoice INV-2024-0012",
        "invoice number 2024/117",
        "booking ref. KX7P2Q9",
        "tracking 1Z999AA10123456784",
        "tracking number RR123456785DE",
        "RMA 7781",
        "RMA-7781",
        "account 8841207",
        "customer number 10023",
        "Bestellung 300-4471",
        "Bestellnummer: 4711-0815",
        "Auftrag Nr. 88231",
        "Rechnung RE-2024-118",
        "Kundennummer 100233",
        "Sendungsnummer 00340434161094042557",
        "commande n° 55021",
        "facture F2024-331",
        "pedido 884-221",
        "factura nº 99812",
        "ordine 55123",
        "zamówienie 4481/2024",
        "PO-88123",
        "SO#1299",
        "claim CLM-99-221",
        "policy 7781234",
        "contract 88-1234",
        "#99121",
        "JIRA-4821",
        "SUP-12345",
        "991234567",
        "550e8400-e29b-41d4-a716-446655440000",
        "192.168.17.204",
        "serial C02XK1ABJGH5",
        "reference 7T4-99182"
    };
    private static final String[] ACCOUNTS = {
        "4111 1111 1111 1111",
        "4111111111111111",
        "5500-0055-5555-5559",
        "3782 822463 10005",
        "6011 0009 9013 9424",
        "DE89 3704 0044 0532 0130 00",
        "GB29NWBK60161331926819",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NL91ABNA0417164300",
        "ES91 2100 0418 4502 0005 1332",
        "IT60X0542811101000000123456",
        "CH93 0076 2011 6238 5295 7",
        "PL61109010140000071219812874",
        "SE45 5000 0000 0583 9825 7466",
        "BE68 5390 0754 7034",
        "NO93 8601 1117 947",
        "SA03 8000 0000 6080 1016 7519",
        "BR1800360305000010009795493C1",
        "**** 4242"
    };
    private static final String[] ADDRESSES = {
        "221B Baker Street",
        "10 Downing Street, London SW1A 2AA",
        "1600 Pennsylvania Avenue NW",
        "350 Fifth Ave, Apt 12C",
        "42 W 34th St, New York, NY 10001",
        "7 Elm Rd",
        "15 Kings Hill",
        "12 Old Mill Lane, Flat 3",
        "M5V 3L9",
        "SW1A 1AA",
        "P.O. Box 1234",
        "Hauptstraße 5",
        "Lindenallee 12a, 10115 Berlin",
        "Berliner Str. 44",
        "Am Alten Markt 3, 50667 Köln",
        "Kurfürstendamm 21",
        "Postfach 10 20 30",
        "Keizersgracht 123, 1015 CJ Amsterdam",
        "Drottninggatan 71",
        "Mannerheimintie 5 A",
        "Vesterbrogade 12",
        "10 rue de la Paix, 75002 Paris",
        "12 bis avenue des Champs-Élysées",
        "5, boulevard Saint-Germain",
        "Calle Mayor 12",
        "Calle de Alcalá, 45, 28014 Madrid",
        "Avenida da Liberdade 110",
        "Rua Augusta, 1508",
        "Via Roma 7",
        "Piazza del Duomo 3",
        "ul. Marszałkowska 10",
        "〒100-0001 東京都千代田区千代田1-1"
    };
    private static final String[] CUED_NAMES = {
        "Jane Doe", "Łucja Wiśniewska", "Brannagh O'Shaughnessy", "Xochitl Quetzalli", "Thorvald van der Meer",
                "D'Angelo Whitlock",
        "Nguyễn Văn Bình", "Öznur Yıldırım", "Sørine Kjærgaard", "Þórdís Jónsdóttir", "Chukwuemeka Okonkwo",
                "Siobhán Ní Dhomhnaill",
        "Wolfgang Müller-Lüdenscheidt", "Jean-Baptiste Poquelin", "Иван Петров", "Νίκος Παπαδόπουλος",
                "Al-Hassan Quraishi", "MCKINLEY"
    };
    private static final String[] CUES = {
        "Mr %s was very upset.", "I spoke to Mrs. %s twice.", "Then Dr %s asked for a refund.",
                "Herr %s wollte sein Geld zurück.",
        "Frau %s ist nun zufrieden.", "The customer %s had waited.", "Our client %s is a partner.",
                "Dear %s, we are sorry.",
        "My name is %s and I want a refund.", "a customer named %s called", "Regards, %s", "Hello %s!"
    };
    private static final String[] BARE_NAMES = {
        "Sarah",
        "Michael Thompson",
        "Anna",
        "Jürgen Schmidt",
        "Juergen Schmidt",
        "François Dupont",
        "Francois",
        "María José",
        "Giovanni Rossi",
        "Agnieszka",
        "Mohammed Al-Farsi",
        "Priya Raghunathan",
        "Hiroshi Tanaka",
        "Ngozi Adichie",
        "Somchai",
        "Mark Webber",
        "Will Turner",
        "Rose Tyler",
        "Grace Hopper",
        "SARAH CONNOR",
        "Svetlana",
        "Mehmet Yılmaz",
        "João Silva",
        "Siti"
    };
    private static final String[] BARE = {
        "Yesterday %s got the wrong item again.",
        "It helped to ask %s what went wrong.",
        "For %s a credit of $40 was enough."
    };
    private static final String[] KNOWN_CUSTOMERS = {
        "Ms Zelpha Brightwater (VIP)",
        "Quorvia Ltd",
        "zaltana brook",
        "Harrowgate & Finch",
        "Tomlin-Okafor",
        "Ms. Yewande Balogun"
    };

    private MadeTexts() {}

    static List<Made> all() {
        var all = new ArrayList<Made>();
        fill(all, "phone", CALLS, PHONES);
        fill(all, "e-mail", new String[] {"Their address is %s now.", "Write to %s, not to the old one."}, EMAILS);
        fill(all, "number", new String[] {"We lost %s on the way.", "Look at %s first; it cost $39."}, NUMBERS);
        fill(
                all,
                "card or account",
                new String[] {"They paid with %s twice.", "The refund of 80 € goes to %s."},
                ACCOUNTS);
        fill(all, "address", new String[] {"It was sent to %s by mistake.", "The parcel for %s came back."}, ADDRESSES);
        fill(all, "name after a cue", CUES, CUED_NAMES);
        fill(all, "given name, no cue", BARE, BARE_NAMES);
        known(all);
        mixed(all);
        return all;
    }

    private static void fill(List<Made> all, String shape, String[] sentences, String[] secrets) {
        for (var at = 0; at < secrets.length; at++) {
            for (var sentence = 0; sentence < Math.min(sentences.length, 3); sentence++) {
                var words = sentences[(at + sentence) % sentences.length].formatted(secrets[at]);
                all.add(Made.of(shape, words, secretOf(secrets[at])));
            }
        }
    }

    /// Of `order 48213` only the number is secret.
    private static String secretOf(String phrase) {
        var words = phrase.split(" ");
        var onlyLast = phrase.matches(
                "(?iu)^(?:order|ticket|case|invoice|booking|tracking|rma|account|customer|bestell|auftrag|rechnung|kunden|sendung"
                        + "|commande|facture|pedido|factura|ordine|zamów|claim|policy|contract|serial|reference).*");
        return onlyLast && words.length > 1 ? words[words.length - 1].replace("#", "") : phrase;
    }

    private static void known(List<Made> all) {
        for (var customer : KNOWN_CUSTOMERS) {
            var known = Confidential.of(customer, "HD/99-7 b");
            var name = customer.replaceAll("^Ms\\.? |\\s*\\(.*", "");
            all.add(new Made("known customer", "For " + name + " the credit was enough.", List.of(name), known));
            all.add(new Made(
                    "known customer",
                    name.toUpperCase(java.util.Locale.ROOT) + " wrote in capitals.",
                    List.of(name),
                    known));
            all.add(new Made("known ticket", "See HD/99-7 b and hd 99 7 B.", List.of("HD/99-7 b", "hd 99 7 B"), known));
        }
        var zelpha = Confidential.of("Ms Zelpha Brightwater (VIP)", "");
        for (var part : List.of("Zelpha", "Brightwater", "ZELPHA", "Zelpha's parcel")) {
            all.add(new Made(
                    "known customer", "It is " + part + " again.", List.of(part.replace("'s parcel", "")), zelpha));
        }
    }

    private static void mixed(List<Made> all) {
        var chance = new Random(7);
        for (var made = 0; made < 60; made++) {
            var secrets = List.of(
                    pick(chance, PHONES), pick(chance, EMAILS), pick(chance, ACCOUNTS), pick(chance, ADDRESSES));
            var text = "On day 35 the parcel to %4$s was late; call %1$s or write %2$s. Paid $150 by %3$s."
                    .formatted(secrets.toArray());
            all.add(new Made("several at once", text, secrets, Confidential.NOTHING));
        }
    }

    private static String pick(Random chance, String[] from) {
        return Arrays.asList(from).get(chance.nextInt(from.length));
    }
}
