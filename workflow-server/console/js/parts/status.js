// Statuses: a word, a colour and a shape, so that none stands alone.
import { h, svg } from "./dom.js";

const SHAPES = {
    running: "M10 3.5a6.5 6.5 0 1 1-6.5 6.5",
    succeeded: "M5 10.5l3.2 3.2L15 6.8",
    failed: "M6 6l8 8M14 6l-8 8",
    "timed-out": "M10 5.5V10l3 2M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z",
    aborted: "M5 10h10",
    caught: "M10 4.5v6.5M10 14.2v.6",
};

const WORDS = { running: "Running", succeeded: "Succeeded", failed: "Failed", "timed-out": "Timed out", aborted: "Aborted", caught: "Caught" };

/** The statuses of executions, as the API names them. */
export const STATUSES = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];

/** Returns the name of a status for classes: `timed-out`. */
export function statusClass(status) {
    return status.toLowerCase().replaceAll("_", "-");
}

/** Returns the word for a status. */
export function statusWord(status) {
    return WORDS[statusClass(status)] ?? status;
}

/** Draws the sign of a status. */
export function statusSign(status) {
    const name = statusClass(status);
    return svg("svg", { viewBox: "0 0 20 20", class: `sign ${name}`, "aria-hidden": "true" }, svg("path", { d: SHAPES[name] ?? SHAPES.aborted }));
}

/** Shows a status. */
export function statusChip(status) {
    return h("span", { class: `chip ${statusClass(status)}` }, statusSign(status), statusWord(status));
}
