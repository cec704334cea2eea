// The events of an execution: a long table, with what matters of each.
import { counted, duration } from "../model/format.js";
import { detailsOf } from "../model/trace.js";
import { time } from "./clock.js";
import { h } from "./dom.js";
import { virtualList } from "./virtual.js";

const HEIGHT = 30;
const FAILED = /Failed|TimedOut|Aborted/;

/** Makes the table. `choose` is called with the event of a clicked row. */
export function eventTable(choose) {
    let [trace, events, shown, selected] = [null, [], [], null];
    const cell = (name, ...content) => h("div", { class: `cell ${name}`, role: "cell" }, content);
    const title = (name, text) => h("div", { class: `cell ${name}`, role: "columnheader" }, text);
    const head = h("div", { class: "event-row event-head", role: "rowgroup" }, h("div", { class: "event-row", role: "row" }, title("id", "No."), title("when", "After"), title("type", "Event"), title("state", "State"), title("note", "Details")));
    const row = (at) => {
        const event = shown[at];
        const owner = trace.owners.get(event.id);
        const name = owner?.type === "item" ? `${owner.name} ${owner.index}` : owner?.name ?? "";
        const after = time(event.timestamp, true);
        after.textContent = duration(event.timestamp - events[0].timestamp);
        const kind = FAILED.test(event.type) ? "failed" : /Succeeded$/.test(event.type) ? "succeeded" : "";
        return h("div", { class: `row event-row ${kind}${owner === selected && owner !== trace.root ? " selected" : ""}`, role: "row", style: { height: `${HEIGHT}px` }, onclick: () => choose(event) },
            cell("id", String(event.id)), cell("when", after),
            cell("type", h("button", { type: "button", class: "row-pick", tabindex: "-1" }, event.type)),
            cell("state", name), cell("note", note(event)));
    };
    const list = virtualList({ label: "Events", height: HEIGHT, columns: 5, head, row });
    const search = h("input", { type: "search", "aria-label": "Filter events", placeholder: "Type, state or error", oninput: () => draw() });
    const failures = h("input", { type: "checkbox", id: "only-failures", onchange: () => draw() });
    const said = h("span", { class: "dim", role: "status" });
    const draw = () => {
        const text = search.value.trim().toLowerCase();
        const fits = (event) => (!failures.checked || FAILED.test(event.type)) && (text === "" || `${event.type} ${trace.owners.get(event.id)?.name ?? ""} ${note(event)}`.toLowerCase().includes(text));
        shown = text === "" && !failures.checked ? events : events.filter(fits);
        said.textContent = shown.length === events.length ? counted(events.length, "event") : `${shown.length} of ${counted(events.length, "event")}`;
        list.set(shown.length);
    };
    return {
        element: h("div", { class: "events" }, h("div", { class: "timeline-tools" }, search, h("label", { class: "check-label", for: "only-failures" }, failures, "Only failures"), said), list.element),
        show: (found, all, visit) => {
            [trace, events, selected] = [found, all, visit];
            draw();
        },
    };
}

/** Sums up the details of an event. */
function note(event) {
    const it = detailsOf(event);
    const parts = [
        it.error !== undefined && `${it.error}: ${it.cause ?? ""}`,
        it.resource && `${it.resourceType ? `${it.resourceType}:` : ""}${it.resource}`,
        it.index !== undefined && `item ${it.index}`,
        it.length !== undefined && counted(it.length, "item"),
        it.mapRunArn,
        it.redriveCount !== undefined && `redrive ${it.redriveCount}`,
        it.timeoutInSeconds && `times out after ${duration(it.timeoutInSeconds)}`,
    ];
    return parts.filter(Boolean).join(" · ");
}
