// A table of executions, with a choice of them.
import { isExpress, route } from "../model/route.js";
import { count, counted } from "../model/format.js";
import { readable } from "./cause.js";
import { since, took } from "./clock.js";
import { h, arrows, fill, keep, button } from "./dom.js";
import { changeButton } from "./me.js";
import { statusChip } from "./status.js";
import { redriveAll } from "../views/actions.js";

/**
 * Makes a table of executions: `set` shows others, `element` is the table with what can be done to the chosen ones.
 * Of items of a Map Run no events are counted, and none is chosen.
 */
export function executionTable({ machine = true, items: ofRun = false } = {}) {
    const chosen = new Map();
    const body = h("tbody");
    const bar = h("div", { class: "choice-bar", role: "region", "aria-label": "Chosen executions" });
    const all = h("input", { type: "checkbox", "aria-label": "Choose all", onchange: () => chooseAll(all.checked) });
    const heads = ["Status", "Execution", machine && "Machine", "State or error", "Started", "Duration", !ofRun && "Events"].filter(Boolean);
    const cells = heads.map((text) => h("th", { scope: "col", class: { Events: "number of-events", Duration: "number" }[text] }, text));
    const table = h("table", { class: "list executions" }, h("caption", { class: "hidden" }, "Executions, the latest first"), h("thead", {}, h("tr", {}, !ofRun && h("td", { class: "check" }, all), cells)), body);
    let items = [];

    const renew = () => {
        const picked = [...chosen.values()];
        const redrivable = picked.filter((it) => ["FAILED", "TIMED_OUT", "ABORTED"].includes(it.status) && !isExpress(it.executionArn));
        all.checked = items.length > 0 && items.every((it) => chosen.has(it.executionArn));
        all.indeterminate = !all.checked && picked.length > 0;
        bar.hidden = picked.length === 0;
        fill(bar,
            h("span", { role: "status" }, `${picked.length} chosen`),
            redrivable.length > 0 && changeButton(`Redrive ${counted(redrivable.length, "execution")}`, "redo", () => redriveAll(redrivable)),
            picked.length === 2 && h("a", { class: "button", href: route("compare", picked.map((it) => it.executionArn)) }, "Compare"),
            button("Clear", null, () => chooseAll(false), { class: "button quiet" }),
        );
    };
    const choose = (item, on) => {
        if (on) {
            chosen.set(item.executionArn, item);
        } else {
            chosen.delete(item.executionArn);
        }
        renew();
    };
    const chooseAll = (on) => {
        chosen.clear();
        if (on) {
            items.forEach((it) => chosen.set(it.executionArn, it));
        }
        body.querySelectorAll("input").forEach((box) => (box.checked = on));
        renew();
    };
    const row = (item) => {
        const ended = item.stopDate;
        const box = h("input", { type: "checkbox", data: { part: "choose" }, "aria-label": `Choose ${item.name}`, onchange: (event) => choose(item, event.target.checked) });
        box.checked = chosen.has(item.executionArn);
        // One that was stopped need not have an error.
        const failed = item.error !== undefined && (item.status !== "ABORTED" || item.error !== "" || item.cause);
        const why = failed
            ? [h("span", { class: "error-name" }, item.error || "No error name"), item.cause && h("span", { class: "cause", title: item.cause }, readable(item.cause))]
            : h("span", { class: "dim" }, item.status === "RUNNING" || item.status === "ABORTED" ? (item.state ?? "") : "");
        return h("tr", {},
            !ofRun && h("td", { class: "check" }, box),
            h("td", { data: { label: "Status" } }, statusChip(item.status)),
            h("td", { class: "name" }, h("a", { href: route("execution", [item.executionArn]), data: { part: "open" } }, item.name), item.redriveCount > 0 && h("span", { class: "tag" }, `redriven ${item.redriveCount}×`)),
            machine && h("td", { data: { label: "Machine" } }, h("a", { class: "quiet", href: route("machine", [item.machine.split("/")[0]]) }, item.machine)),
            h("td", { class: "why" }, why),
            h("td", { data: { label: "Started" } }, since(item.startDate)),
            h("td", { class: "number", data: { label: "Duration" } }, took(item.startDate, ended)),
            !ofRun && h("td", { class: "number of-events", data: { label: "Events" } }, item.events === undefined ? "" : count(item.events)),
        );
    };
    const set = (found) => {
        items = found;
        for (const arn of [...chosen.keys()]) {
            const known = found.find((it) => it.executionArn === arn);
            if (known) {
                chosen.set(arn, known);
            }
        }
        keep(body, found, (it) => it.executionArn, row);
        renew();
    };
    renew();
    arrows(body, "td.name a");
    return { element: h("div", { class: "table-around" }, bar, table), set };
}
