package dev.cowork.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The playground in a real browser, handled as a person handles it: by the words on the screen.
final class Page implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 45_000;

    private final Playwright playwright;
    private final Browser browser;
    private final com.microsoft.playwright.Page page;
    private int pictures;

    Page(Path chromium, URI application) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 1000));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(application.resolve("/playground").toString());
    }

    /// Where a browser is installed on this machine.
    static Optional<Path> installed() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    void actsAs(String name) {
        page.locator("label.person", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .click();
        page.locator(
                        "label.person:has(input:checked)",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .waitFor();
    }

    void opensChannel(String name) {
        page.locator("#sidebar button.place", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        page.locator("#main h1", new com.microsoft.playwright.Page.LocatorOptions().setHasText("#" + name))
                .waitFor();
    }

    void types(String text) {
        sends("#composer-text", text);
    }

    void typesInThread(String text) {
        sends("#thread-text", text);
    }

    private void sends(String field, String text) {
        page.locator(field).fill(text);
        page.locator(field).press("Enter");
    }

    /// Opens the thread of the newest message with these words.
    void opensThreadOf(String words) {
        var message = page.locator(
                        "#main article.message", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words))
                .last();
        message.hover();
        message.getByLabel("Reply in thread").click();
        page.locator("#thread-text").waitFor();
    }

    void seesInChannel(String words) {
        seen("#main", words);
    }

    void seesInThread(String words) {
        seen("#thread", words);
    }

    private void seen(String pane, String words) {
        page.locator(pane).getByText(words).last().waitFor();
    }

    void pressesInThread(String button) {
        press(page.locator("#thread"), button);
    }

    void pressesInChannel(String button) {
        press(page.locator("#main"), button);
    }

    private void press(Locator pane, String button) {
        pane.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    boolean hasInChannel(String button) {
        return page.locator("#main")
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName(button).setExact(true))
                        .count()
                > 0;
    }

    // The modal

    void seesModal(String title) {
        page.locator("#modal[open] #modal-title", new com.microsoft.playwright.Page.LocatorOptions().setHasText(title))
                .waitFor();
    }

    void seesInModal(String words) {
        page.locator("#modal").getByText(words).first().waitFor();
    }

    void chooses(String field, String choice) {
        field(field).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(choice));
    }

    void enters(String field, String words) {
        field(field).fill(words);
    }

    /// A field by the words beside it.
    private Locator field(String label) {
        return page.locator("#modal :is(input, textarea, select)[aria-label=\"" + label + "\"], "
                        + "#modal .field:has-text(\"" + label + "\") :is(input, textarea, select), "
                        + "#modal [data-block]:has-text(\"" + label + "\") :is(input, textarea, select)")
                .first();
    }

    void submits() {
        page.locator("#modal footer .primary").click();
    }

    void seesNoModal() {
        page.locator("#modal[open]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    /// Leaves a picture of the page as it is.
    void picture(String name) {
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("%02d-%s.png".formatted(++pictures, name))));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
