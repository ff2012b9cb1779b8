package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I have been waiting for my order and nobody has answered me.",
                "de | Ich warte seit zwei Wochen auf meine Bestellung und niemand antwortet.",
                "fr | Je n'ai toujours pas reçu ma commande et vous ne répondez pas.",
                "es | Todavía no he recibido mi pedido y nadie me responde.",
                "it | Non ho ancora ricevuto il mio ordine e nessuno mi risponde, grazie.",
                "pt | Ainda não recebi a minha encomenda e ninguém me responde. Obrigado.",
                "nl | Ik heb mijn bestelling nog niet ontvangen en niemand geeft antwoord.",
                "pl | Nie otrzymałem jeszcze mojej paczki i nikt mi nie odpowiada, proszę o pomoc.",
                "sv | Jag har inte fått min beställning och ingen svarar mig.",
                "ru | Я до сих пор не получил свой заказ.",
                "ja | まだ注文した商品が届いていません。",
                "zh | 我还没有收到我的订单，请帮帮我。",
                "ko | 아직 주문한 상품을 받지 못했습니다.",
                "el | Δεν έχω λάβει ακόμα την παραγγελία μου."
            })
    void aSentenceIsEnough(String code, String text) {
        assertEquals(code, Language.of(text).map(Language::code).orElse("none"), text);
    }

    @ParameterizedTest
    @CsvSource({"Hello Kim", "Order 4711 / SKU-22", "Invalid credentials"})
    void aFewWordsHaveNone(String text) {
        assertEquals(Optional.empty(), Language.of(text));
    }

    @Test
    void whoWantsALanguageIsUnderstoodInFour() {
        assertEquals("de", wished("Write it in German, please"));
        assertEquals("de", wished("Bitte auf Deutsch"));
        assertEquals("fr", wished("en français s'il te plaît"));
        assertEquals("es", wished("Write the draft in Spanish, the customer's language."));
        assertEquals("", wished("They sell germanium in bulk"));
    }

    @Test
    void theCustomersWordsAreToldFromTheAgents() {
        var told = CustomersWords.in("""
                She wrote this:
                > Ich bin enttäuscht.
                > Was passiert jetzt?
                and then “Je ne suis vraiment pas contente de vous” as well. It's a mess.""");

        assertEquals(
                List.of("Ich bin enttäuscht.\nWas passiert jetzt?", "Je ne suis vraiment pas contente de vous"),
                told.customer());
        assertTrue(told.agent().contains("It's a mess."), told.agent());
        assertFalse(told.agent().contains("enttäuscht"), told.agent());
    }

    @Test
    void onlyFourAreReadForPromises() {
        assertTrue(Language.ofCode("fr").orElseThrow().isGuarded());
        assertFalse(Language.ofCode("pl").orElseThrow().isGuarded());
        assertEquals("Finnish", Language.ofCode("fi").orElseThrow().name());
        assertEquals(Optional.empty(), Language.ofCode(""));
    }

    private static String wished(String words) {
        return Language.wishedFor(words).map(Language::code).orElse("");
    }
}
