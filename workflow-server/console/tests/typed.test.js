// The console of a program that serves its own workflows: `CONSOLE_URL=http://localhost:8083 node --test typed.test.js`,
// against `shop serve` of the package `workflow-served-tests`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./browser.js";

let [browser, page] = [null, null];

before(async () => {
    browser = await openBrowser();
    page = browser.page;
});

after(() => browser?.close());

test("a workflow: the form has its types, and states have their lines", async () => {
    await page.goto(`${process.env.CONSOLE_URL}/#/machine/fulfil/graph`);
    // Its graph is there before the first run.
    await page.locator('.graph [data-state="Receipt"]').waitFor();
    await page.getByRole("button", { name: "Start", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("tab", { name: "Form" }).click();
    await dialog.getByText("Fields as the workflow declares them.").waitFor();
    await dialog.getByLabel("id", { exact: true }).fill("42");
    await dialog.getByLabel("total").fill("12.5");
    await dialog.getByLabel("lines").fill('["tea"]');
    assert.equal(await dialog.getByText("(optional)", { exact: false }).count(), 2, "the name, and what may be left out");
    await dialog.getByRole("tab", { name: "JSON" }).click();
    const input = await dialog.getByLabel("Input", { exact: true }).inputValue();
    assert.deepEqual(JSON.parse(input), { id: "42", total: 12.5, lines: ["tea"] });
    await dialog.getByLabel("Name (optional)").fill("order-42");
    await dialog.getByRole("button", { name: "Start" }).click();
    await page.getByRole("heading", { name: "order-42" }).waitFor();
    await page.locator(".title-line .chip.succeeded").waitFor();
    await page.locator('.graph [data-state="Receipt"]').click();
    const details = page.getByLabel("Details of the state");
    await details.getByText("Source", { exact: true }).waitFor();
    assert.match(await details.innerText(), /main\.rs:\d+/);
    if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/typed.png` });
    }
    assert.deepEqual(browser.faults, []);
});

test("what does not fit the types is told in the dialog", async () => {
    await page.goto(`${process.env.CONSOLE_URL}/#/machine/deliver`);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    const dialog = page.getByRole("dialog");
    // Until the earlier inputs are there, the button has not found its place.
    await dialog.getByLabel("Input of an earlier execution").waitFor();
    await dialog.getByLabel("Input", { exact: true }).fill("7");
    await dialog.getByRole("button", { name: "Start" }).click();
    await dialog.getByRole("alert").filter({ hasText: "expected a string" }).waitFor();
    await page.keyboard.press("Escape");
});
