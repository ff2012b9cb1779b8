package dev.cowork.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.cowork.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The dashboard as people see it: in both themes, on a phone, with the keyboard, and through axe's eyes.
@QuarkusTest
class DashboardStory {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    /// Others look for their own gaps in App Home, which has room for five.
    @AfterEach
    void clear() {
        var database = new Database(source);
        database.change("delete from gap_sighting where question like 'How long is picture %'");
        database.change("delete from gap where question like 'How long is picture %'");
    }

    @Test
    void isReadableInBothThemesAndOnAPhone() throws IOException {
        var chromium = dev.cowork.browser.Page.installed();
        assumeTrue(chromium.isPresent(), "no browser is installed here");
        fill();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            look(browser, "/dashboard", "light", ColorScheme.LIGHT, 1280);
            look(browser, "/dashboard", "dark", ColorScheme.DARK, 1280);
            look(browser, "/dashboard", "phone", ColorScheme.LIGHT, 390);
            look(browser, "/dashboard/tickets", "tickets", ColorScheme.LIGHT, 1280);
            look(browser, "/dashboard/definitions", "definitions", ColorScheme.DARK, 390);
            prints(browser);
            brings(browser);
        }
    }

    private void look(Browser browser, String path, String name, ColorScheme scheme, int width) throws IOException {
        try (var page = open(browser, scheme, width)) {
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    complaints.add(said.text());
                }
            });
            page.navigate(application.resolve(path).toString());
            if (path.equals("/dashboard")) {
                page.locator("#comparison canvas").waitFor();
                page.locator("#trend canvas").first().waitFor();
                assertEquals(4, page.locator("#trend canvas").count());
                assertEquals(10, page.locator(".card").count());
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("dashboard-" + name + ".png")));
            assertEquals(List.of(), complaints, "the console says");
            assertEquals(List.of(), seriousIn(page), name);
            var tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertEquals(0, ((Number) tooWide).intValue(), name + " scrolls sideways");
        }
    }

    /// From a dark screen onto white paper: nothing to press, every table and chart.
    private void prints(Browser browser) {
        try (var page = open(browser, ColorScheme.DARK, 1280)) {
            page.navigate(application.resolve("/dashboard").toString());
            page.locator("#trend canvas").first().waitFor();
            page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true)
                    .setPath(PICTURES.resolve("dashboard.pdf")));
            assertEquals("null", String.valueOf(page.evaluate("document.documentElement.dataset.paper ?? null")));
        }
    }

    /// From the file to what became of it, the columns recognised by their names.
    private void brings(Browser browser) {
        var lines = new StringBuilder("Ticket ID;Created at;Updated at;Status;Satisfaction rating\n");
        for (int line = 0; line < 1_500; line++) {
            lines.append("B%d;2026-10-01 10:00;2026-10-0%d 10:00;open;%d\n"
                    .formatted(line, 1 + line % 9, line % 500 == 7 ? 9 : 1 + line % 5));
        }
        try (var page = open(browser, ColorScheme.LIGHT, 1280)) {
            page.navigate(application.resolve("/dashboard/tickets").toString());
            page.getByLabel("Which help desk").fill("browser-" + System.nanoTime());
            page.getByLabel("File")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "tickets.csv", "text/csv", lines.toString().getBytes(StandardCharsets.UTF_8)));
            assertEquals("Ticket ID", page.getByLabel("Ticket number").inputValue());
            page.getByLabel("Ticket number").focus();
            page.getByText("Bring in", new Page.GetByTextOptions().setExact(true))
                    .press("Enter");
            page.getByText("Done. 1500 lines: 1497 taken in, 0 known already, 3 refused.")
                    .waitFor();
            assertTrue(page.locator("#refused").textContent().contains("no whole number from 1 to 5"));
            assertEquals(
                    "9",
                    page.locator("#refused tbody tr")
                            .first()
                            .locator("td")
                            .first()
                            .textContent());
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("dashboard-brought.png")));
        }
    }

    private Page open(Browser browser, ColorScheme scheme, int width) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
        context.setDefaultTimeout(45_000);
        context.addCookies(List.of(new Cookie("playground-person", "UMIA00001").setUrl(application.toString())));
        return context.newPage();
    }

    @SuppressWarnings("unchecked")
    private static List<String> seriousIn(Page page) throws IOException {
        try (var axe = DashboardStory.class
                .getClassLoader()
                .getResourceAsStream("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        return (List<String>) page.evaluate("""
            axe.run().then((found) => found.violations.filter((it) => ['serious', 'critical'].includes(it.impact))
                .map((it) => `${it.id}: ${it.nodes.map((node) => node.html).slice(0, 3).join(' ')}`))\
            """);
    }

    /// A help desk of some months, so that every table has rows.
    private void fill() throws IOException {
        Files.createDirectories(PICTURES);
        var now = Instant.now().toString();
        var database = new Database(source);
        database.change("""
            insert into session_fact (workspace, session, opening, quick, owner, channel, team, ticket, opened_at, closed_at,
                outcome, confidence, closing_confidence, first_contact, worked_minutes, turns, own_closeness, partner_closeness,
                input_tokens, cached_tokens, output_tokens)
            select 'TPLAY0001', gen_random_uuid(), (array['difficult-customer', 'complex-problem', 'policy-gray-area'])[1 + i %% 3],
                false, 'UPIC' || i %% 11, 'CPIC', (array['Billing', 'Returns'])[1 + i %% 2], 'PIC-' || i * 3, at, at + interval '1 hour',
                (array['resolved', 'resolved', 'escalated'])[1 + i %% 3], 1 + i %% 4, 2 + i %% 4, i %% 3 > 0, 8 + i %% 15, 3,
                40 + i %% 60, 30 + i %% 50, 9000, 4000, 700
            from (select i, timestamptz '%s' - i * interval '5 hours' as at from generate_series(1, 400) i) s\
            """.formatted(now));
        database.change("""
            insert into spend_day (workspace, day, micros)
            select 'TPLAY0001', current_date - i, 4000000 + i * 70000 from generate_series(0, 80) i on conflict do nothing\
            """);
        database.change("""
            insert into gap (workspace, id, policy, question, state, noted_at, closed_at, closed_by)
            select 'TPLAY0001', gen_random_uuid(), i %% 4 = 0, 'How long is picture ' || i || '?',
                case when i %% 3 = 0 then 'CLOSED' else 'OPEN' end, now() - i * interval '40 hours',
                case when i %% 3 = 0 then now() - i * interval '20 hours' end, case when i %% 3 = 0 then 'UPIC0' end
            from generate_series(1, 30) i\
            """.replace("%%", "%"));
        database.change("""
            insert into gap_sighting (workspace, id, gap, session, finder, question, noted_at)
            select workspace, gen_random_uuid(), id, gen_random_uuid(), 'UPIC' || i, question, noted_at
            from gap cross join generate_series(1, 7) i where workspace = 'TPLAY0001' and question like 'How long is picture %'\
            """);
        database.change("""
            insert into ticket (workspace, source, external_id, version, reference, kind, priority, tier, channel, team, agent,
                opened_at, solved_at, csat, escalated, first_contact, reopened, manager, handle_minutes, session)
            select 'TPLAY0001', 'pictures-%2$s', i::text, 1, 'PIC-' || i, (array['refund', 'login', 'delivery'])[1 + i / 4 %% 3],
                (array['high', 'normal'])[1 + i / 3 %% 2], null, 'email', (array['Billing', 'Returns'])[1 + i / 5 %% 2],
                'UPIC' || i %% 11, at, at + (1 + i * 37 %% 97) * interval '31 minutes', 1 + (i * 13 + i / 7) %% 5,
                i %% 9 = 0, i * 7 %% 10 < 6, i * 11 %% 10 = 0, i %% 23 = 0, 10 + i * 17 %% 40, f.session
            from (select i, timestamptz '%1$s' - i * interval '100 minutes' as at from generate_series(1, 1200) i) s
            left join session_fact f on f.workspace = 'TPLAY0001' and f.ticket = 'PIC-' || i
                and f.channel = 'CPIC'
            on conflict do nothing\
            """.formatted(now, now));
    }
}
