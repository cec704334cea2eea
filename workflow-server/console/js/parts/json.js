// JSON as one reads it, and a field to edit it.
import { exactly, laidOut } from "../model/exact.js";
import { h, button, fill } from "./dom.js";
import { say } from "./notice.js";

/** The most characters that are shown at first. */
const MOST = 20000;

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Makes the coloured pieces of a text of JSON. */
function pieces(text) {
    const found = [];
    let last = 0;
    for (const match of text.matchAll(TOKEN)) {
        found.push(text.slice(last, match.index));
        const kind = match[2] !== undefined ? "key" : match[1] ? "text" : /^[-\d]/.test(match[0]) ? "number" : "word";
        found.push(h("span", { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? "");
        last = match.index + match[0].length;
    }
    return [...found, text.slice(last)];
}

/** Shows a text of JSON, with a button that copies it. */
export function jsonView(label, text) {
    if (text === undefined || text === null) {
        return null;
    }
    const whole = laidOut(text);
    const code = h("pre", { tabindex: "0", "aria-label": label }, pieces(whole.slice(0, MOST)));
    const rest = whole.length > MOST && button(`Show all ${whole.length.toLocaleString("en")} characters`, null, () => {
        code.textContent = whole;
        rest.remove();
    });
    const copy = button("", "copy", () => copied(whole), { class: "bare copy", "aria-label": `Copy: ${label}`, title: "Copy" });
    return h("section", { class: "json", "aria-label": label }, h("div", { class: "json-head" }, h("span", { class: "json-title" }, label), copy), code, rest);
}

/** Puts a text into the clipboard. */
export async function copied(text) {
    try {
        await navigator.clipboard.writeText(text);
        say("Copied");
    } catch {
        say("The browser does not let this page copy", "wrong");
    }
}

/** Makes a field for JSON, which says at once what is wrong with it. */
export function jsonEditor(label, text, rows = 12) {
    const id = `json-${label.replace(/\W+/g, "-").toLowerCase()}`;
    const said = h("p", { class: "field-said", id: `${id}-said`, "aria-live": "polite" });
    const area = h("textarea", { id, spellcheck: "false", rows, autocapitalize: "off", "aria-describedby": `${id}-said` });
    const check = () => {
        let why = "";
        try {
            JSON.parse(area.value);
        } catch (error) {
            why = error.message;
        }
        area.setAttribute("aria-invalid", String(why !== ""));
        said.className = `field-said ${why ? "wrong" : ""}`;
        fill(said, why ? `No JSON yet: ${why}` : "");
    };
    area.addEventListener("input", check);
    const set = (value) => ((area.value = laidOut(value)), check());
    const format = button("Format", null, () => set(area.value), { class: "button small" });
    area.value = laidOut(text);
    const element = h("div", { class: "field" }, h("div", { class: "field-head" }, h("label", { for: id }, label), format), area, said);
    return { element, set, area, value: () => area.value, valid: () => exactly(area.value) !== undefined };
}
