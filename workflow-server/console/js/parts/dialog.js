// Dialogs: modal, closed by Escape, and asked before what cannot be undone.
import { h, button, icon } from "./dom.js";

/**
 * Opens a dialog. `fill` gets what closes it, and makes its content, the buttons of its foot, and what Enter does in a field
 * of one line, or with Control anywhere.
 */
export function openDialog(title, fill, more = {}) {
    const dialog = h("dialog", { "aria-label": title, class: more.wide ? "wide" : null });
    const close = () => dialog.close();
    const { content, foot, enter } = fill(close);
    dialog.append(
        h("header", {}, h("h2", {}, title), h("button", { type: "button", class: "bare", "aria-label": "Close", onclick: close }, icon("close"))),
        h("div", { class: "dialog-body" }, content),
        h("footer", {}, foot),
    );
    dialog.addEventListener("close", () => (dialog.remove(), more.closed?.()));
    dialog.addEventListener("keydown", (event) => {
        const inField = event.target.matches("input:not([type=checkbox])");
        if (enter && event.key === "Enter" && !event.isComposing && (inField || event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            enter();
        }
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
}

/** Asks before something is done. */
export function confirmed(title, text, verb, more = null) {
    return new Promise((resolve) => {
        let answer = false;
        const yes = (close) => () => ((answer = true), close());
        openDialog(title, (close) => ({
            content: [h("p", {}, text), more],
            foot: [button("Cancel", null, close), button(verb, null, yes(close), { class: "button danger", autofocus: true })],
        }), { closed: () => resolve(answer) });
    });
}
