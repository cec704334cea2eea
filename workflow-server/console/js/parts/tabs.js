// Tabs: each has an address or a call; arrow keys go from one to the next.
import { h } from "./dom.js";

/** Makes a bar of tabs for a panel. `set` says which one is shown. */
export function tabs(label, all, panel) {
    const made = all.map(({ key, text, href, onclick }) => {
        const props = { role: "tab", id: `tab-${key}`, data: { key }, class: "tab" };
        return href ? h("a", { ...props, href }, text) : h("button", { ...props, type: "button", onclick }, text);
    });
    const bar = h("div", { class: "tabs", role: "tablist", "aria-label": label }, made);
    bar.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
            const to = made[(made.indexOf(event.target) + step + made.length) % made.length];
            event.preventDefault();
            to.focus();
            to.click();
        }
    });
    const set = (key) => {
        for (const tab of made) {
            const on = tab.dataset.key === key;
            tab.setAttribute("aria-selected", String(on));
            tab.tabIndex = on ? 0 : -1;
        }
        panel.setAttribute("aria-labelledby", `tab-${key}`);
    };
    return { element: bar, set };
}
