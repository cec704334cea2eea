// Short messages: for a while on the page, and to screen readers.
import { h, icon } from "./dom.js";

/** Says something to screen readers. */
export function announce(text) {
    document.getElementById("news").textContent = text;
}

/** Says something, for a while. */
export function say(text, kind = "done") {
    announce(text);
    const toast = h("div", { class: `toast ${kind}` }, h("span", {}, text), h("button", { type: "button", class: "bare", "aria-label": "Dismiss", onclick: () => toast.remove() }, icon("close")));
    const toasts = document.getElementById("toasts");
    toasts.append(toast);
    while (toasts.children.length > 4) {
        toasts.firstChild.remove();
    }
    setTimeout(() => toast.remove(), kind === "wrong" ? 12000 : 5000);
}

/** Says why something was refused. */
export function refuse(error) {
    say(error.code ? `${error.code}: ${error.message}` : String(error.message ?? error), "wrong");
}

/** Shows why a view has nothing to show. */
export function problem(error, again) {
    const retry = again && h("button", { type: "button", class: "button", onclick: again }, "Try again");
    return h("div", { class: "notice wrong", role: "alert" }, h("strong", {}, error.code ?? "Something went wrong"), h("p", {}, error.message), retry);
}

/** The refusals that say that something is not there, or cannot be: an address may be mistyped. */
const MISSING = new Set(["InvalidArn", "ExecutionDoesNotExist", "StateMachineDoesNotExist", "ResourceNotFound"]);

/** True if what was asked for is not there. */
export function isMissing(error) {
    return MISSING.has(error.code);
}

/** Shows that a list is empty, and what to do about it. */
export function empty(title, ...more) {
    return h("div", { class: "empty" }, h("p", { class: "empty-title" }, title), ...more);
}

/** Shows the shape of what is coming. */
export function loading(lines = 4) {
    const rows = Array.from({ length: lines }, () => h("div", { class: "bone" }));
    return h("div", { class: "bones", role: "status", "aria-label": "Loading" }, rows);
}
