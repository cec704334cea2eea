// A browser for the tests: Chromium, with a profile of its own, and the faults that a page may not have.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Opens a browser. `faults` are what its pages logged as errors, or threw. */
export async function openBrowser() {
    const executablePath = PLACES.find((it) => it && existsSync(it));
    const profile = mkdtempSync(join(tmpdir(), "workflow-console-"));
    const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: FLAGS, viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15000);
    const own = [process.env.CONSOLE_URL, process.env.GUARDED_URL].filter(Boolean).map((it) => new URL(it).origin);
    const faults = [];
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && faults.push(`logged: ${message.text()}`));
    page.on("dialog", (dialog) => (faults.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
    page.on("request", (request) => !own.includes(new URL(request.url()).origin) && faults.push(`outside: ${request.url()}`));
    const close = async () => {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
    };
    // Blank, without the policy of the pages.
    const looker = await context.newPage();
    await page.bringToFront();
    return { page, looker, faults, close };
}
