// Light and dark: as the system has it, or as it was chosen.
import { button } from "./dom.js";

const KEY = "workflow-console-theme";

function chosen() {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null;
    }
}

function isDark() {
    return (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
}

/** Shows the page in the theme that was chosen, if one was. */
export function applyTheme() {
    if (chosen()) {
        document.documentElement.dataset.theme = chosen();
    }
}

/** Makes the switch between both. */
export function themeSwitch() {
    const make = () => button("", isDark() ? "sun" : "moon", change, { class: "bare", "aria-label": isDark() ? "Switch to the light theme" : "Switch to the dark theme", title: isDark() ? "Light theme" : "Dark theme" });
    let shown = null;
    const change = () => {
        const theme = isDark() ? "light" : "dark";
        document.documentElement.dataset.theme = theme;
        try {
            localStorage.setItem(KEY, theme);
        } catch {
            // It lasts as long as the page.
        }
        renew();
        shown.focus();
    };
    const renew = () => {
        const made = make();
        shown?.replaceWith(made);
        shown = made;
    };
    renew();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew);
    return shown;
}
