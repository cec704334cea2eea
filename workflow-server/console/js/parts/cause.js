// Causes of failures: many are the JSON of a function's error, and some have hundreds of lines.
import { count } from "../model/format.js";
import { button, h } from "./dom.js";

/** The lines and the characters of a cause that are shown at first. */
const LINES = 8;
const LETTERS = 800;
/** The causes that were opened: they stay open where a page is drawn again. */
const opened = new Set();

/** Shows a cause: the beginning of a long one, and what shows the rest. */
export function causeText(cause) {
    const whole = readable(cause ?? "");
    const lines = whole.split("\n");
    const start = lines.slice(0, LINES).join("\n").slice(0, LETTERS);
    if (start.length === whole.length || opened.has(whole)) {
        return h("p", { class: "pre" }, whole);
    }
    const text = h("p", { class: "pre", tabindex: "-1" }, `${start}…`);
    const size = lines.length > LINES ? `${count(lines.length)} lines` : `${count(whole.length)} characters`;
    const more = button(`Show all ${size}`, "down", () => {
        opened.add(whole);
        text.textContent = whole;
        text.focus();
        more.remove();
    }, { class: "button small" });
    return h("div", { class: "long-cause" }, text, more);
}

/** The readable part of a cause: many are the JSON of a function's error. */
export function readable(cause) {
    try {
        const inner = JSON.parse(cause);
        return typeof inner.errorMessage === "string" ? inner.errorMessage : cause;
    } catch {
        // One that was cut off.
        const found = /^\{"errorType":"[^"]*","errorMessage":"((?:\\.|[^"\\])*)/.exec(cause);
        return found ? found[1] : cause;
    }
}
