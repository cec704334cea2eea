// A Map Run: the executions of the items of a distributed Map.
import { count, counted } from "../model/format.js";
import { nameOf, route } from "../model/route.js";
import { readable } from "../parts/cause.js";
import { time } from "../parts/clock.js";
import { h, fill, keep } from "../parts/dom.js";
import { executionTable } from "../parts/list.js";
import { watch } from "../parts/live.js";
import { empty, isMissing, loading, problem } from "../parts/notice.js";
import { call, read } from "../parts/server.js";
import { STATUSES, statusChip, statusSign, statusWord } from "../parts/status.js";

const COUNTS = ["pending", "running", "succeeded", "failed", "timedOut", "aborted"];

/** Shows a Map Run. */
export function mapRunView(main, { parts: [arn = ""], query }) {
    let wanted = query;
    const head = h("div", { class: "page-head" }, h("h1", {}, `Map Run ${nameOf(arn).slice(0, 8)}`));
    const place = h("div", {}, loading());
    const table = executionTable({ machine: false, items: true });
    const filters = h("div", { class: "filters" });
    const kinds = h("ul", { class: "groups" });
    const failures = h("section", { class: "item-failures", "aria-label": "Why items failed" });
    fill(main, head, failures, filters, place);
    const chip = (status) => h("a", { class: `filter${(wanted.status ?? "") === status ? " on" : ""}`, href: route("map-run", [arn], { status }), "aria-current": (wanted.status ?? "") === status ? "true" : null }, status ? statusSign(status) : null, status ? statusWord(status) : "All");
    const renew = async () => {
        try {
            const [run, items] = await Promise.all([call("DescribeMapRun", { mapRunArn: arn }), read("items", { run: arn, status: wanted.status })]);
            drawHead(head, run, arn);
            drawFailures(failures, kinds, items);
            fill(filters, h("div", { class: "chips" }, chip(""), STATUSES.map(chip)));
            table.set(items.executions.map((it) => ({ ...it, machine: nameOf(it.stateMachineArn) })));
            fill(place, items.executions.length > 0 ? table.element : empty(wanted.status ? "No item has this status." : "No item has begun yet."), items.left > 0 && h("p", { class: "dim" }, `${counted(items.left, "more item")} not shown.`));
        } catch (error) {
            fill(place, arn === "" || isMissing(error) ? empty("There is no such Map Run.", h("a", { href: "#/executions" }, "All executions")) : problem(error, renew));
        }
    };
    const machine = arn.split(":")[6]?.split("/")[0];
    return { update: (next) => ((wanted = next.query), renew()), end: watch({ machine }, renew) };
}

function drawHead(head, run, arn) {
    const counts = run.itemCounts;
    const bar = COUNTS.filter((it) => counts[it] > 0).map((it) => h("span", { class: `share ${it === "timedOut" ? "timed-out" : it}`, title: `${count(counts[it])} ${it}`, style: { flex: counts[it] } }));
    fill(head,
        h("div", { class: "title-line" }, h("h1", {}, `Map Run ${nameOf(arn).slice(0, 8)}`), statusChip(run.status)),
        h("p", {}, "of ", h("a", { href: route("execution", [run.executionArn]) }, nameOf(run.executionArn)), ", started ", time(run.startDate)),
        h("div", { class: "shares", role: "img", "aria-label": COUNTS.map((it) => `${counts[it]} ${it}`).join(", ") }, bar),
        h("dl", { class: "facts wide-facts" }, ["total", ...COUNTS].map((it) => h("div", {}, h("dt", {}, it === "timedOut" ? "timed out" : it), h("dd", {}, count(counts[it]))))));
}

/** Shows the errors of items, the most frequent first, with the first item of each. */
function drawFailures(place, kinds, { failures, kindsLeft }) {
    place.hidden = failures.length === 0;
    keep(kinds, failures, (it) => JSON.stringify([it.error, it.state, it.status]), failure);
    fill(place,
        h("h2", {}, "Why items failed"),
        kinds,
        kindsLeft > 0 && h("p", { class: "dim" }, `${counted(kindsLeft, "more kind")} of failure not shown.`));
}

function failure(it) {
    return h("li", { class: "group" },
        h("div", { class: "group-count" }, h("strong", {}, count(it.count)), h("span", {}, it.count === 1 ? "item" : "items")),
        h("div", { class: "group-what" },
            h("h3", {}, it.error || "No error name"),
            h("p", { class: "group-where" }, statusChip(it.status), it.state && ["in ", h("span", { class: "state-name" }, it.state)]),
            it.example.cause && h("p", { class: "group-cause" }, readable(it.example.cause))),
        h("p", { class: "group-when small" }, "Example: ", h("a", { href: route("execution", [it.example.executionArn]), data: { part: "example" } }, it.example.name)));
}
