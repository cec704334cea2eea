// Times on the page: they go on by themselves, and say UTC when they are pointed at.
import { ago, duration, localTime, utcTime } from "../model/format.js";
import { h } from "./dom.js";

/** The seconds that the server's clock is ahead of this one's. */
let ahead = 0;

/** Learns the server's time. */
export function setNow(seconds) {
    ahead = seconds - Date.now() / 1000;
}

/** Returns the server's time in seconds. */
export function now() {
    return Date.now() / 1000 + ahead;
}

/** Shows a time of this place. */
export function time(seconds, fine = false) {
    if (!seconds) {
        return h("span", { class: "dim" }, "–");
    }
    const iso = new Date(seconds * 1000).toISOString();
    return h("time", { datetime: iso, title: utcTime(seconds) }, localTime(seconds, now(), fine));
}

/** Shows how long ago a time was. */
export function since(seconds) {
    if (!seconds) {
        return h("span", { class: "dim" }, "never");
    }
    const iso = new Date(seconds * 1000).toISOString();
    return h("time", { datetime: iso, title: utcTime(seconds), data: { clockAgo: seconds } }, ago(seconds, now()));
}

/** Shows how long something took, or takes. */
export function took(from, to) {
    return to ? h("span", {}, duration(to - from)) : h("span", { data: { clockFrom: from } }, duration(now() - from));
}

/** Has the times of the page go on. */
export function startClock() {
    setInterval(() => {
        for (const element of document.querySelectorAll("[data-clock-from]")) {
            element.textContent = duration(now() - Number(element.dataset.clockFrom));
        }
        for (const element of document.querySelectorAll("[data-clock-ago]")) {
            element.textContent = ago(Number(element.dataset.clockAgo), now());
        }
    }, 1000);
}
