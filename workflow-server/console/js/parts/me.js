// Who is logged in, and what they may do.
import { button, h } from "./dom.js";
import { refuse } from "./notice.js";
import { read } from "./server.js";

/** The caller: without a key where the server knows none, and everybody may do everything. */
let me = {};

/** Learns who is logged in. */
export async function learnMe() {
    try {
        me = await read("me");
    } catch {
        // The server says of each call if it may not be made.
    }
}

/** True if a change may be made. */
export function mayChange() {
    return me.role !== "reader";
}

/** True of a server that knows its callers. */
export function isGuarded() {
    return Boolean(me.key);
}

/** Makes a button that changes something: nothing for whoever may only read. */
export function changeButton(...given) {
    return mayChange() && button(...given);
}

/** Shows who is logged in, and lets them log out; nothing where nobody has to. */
export function account() {
    if (!me.key) {
        return [];
    }
    const may = mayChange() ? "may change everything" : "may read, and change nothing";
    return [
        h("span", { class: "who", title: `${me.key} ${may}` }, h("span", { class: "hidden" }, "Logged in as "), h("span", { class: "who-name" }, me.key), h("span", { class: "tag" }, me.role)),
        button("Log out", "leave", logOut, { class: "button quiet", "aria-label": "Log out" }),
    ];
}

async function logOut() {
    try {
        await fetch("/console/logout", { method: "POST", redirect: "manual" });
        location.assign("/console/login");
    } catch {
        refuse({ code: "Not logged out", message: "the server does not answer." });
    }
}
