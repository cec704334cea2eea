// Two executions side by side: facts, data, and the way through the states.
import { align, differences } from "../model/diff.js";
import { exactly } from "../model/exact.js";
import { count, dollars, duration, expressDollars } from "../model/format.js";
import { executionName, isExpress, machineOf, route } from "../model/route.js";
import { readTrace } from "../model/trace.js";
import { causeText } from "../parts/cause.js";
import { now, time } from "../parts/clock.js";
import { h, fill } from "../parts/dom.js";
import { empty, isMissing, loading, problem } from "../parts/notice.js";
import { describe, read } from "../parts/server.js";
import { statusChip, statusSign, statusWord } from "../parts/status.js";

/** The most states of an execution that are put side by side. */
const STEPS = 1000;

/** Shows two executions, or a choice of the second. */
export function compareView(main, { parts: [left = "", right = ""] }) {
    const place = h("div", {}, loading());
    fill(main, h("nav", { class: "crumbs", "aria-label": "Path" }, h("a", { href: "#/executions" }, "Executions"), " / ", h("span", { "aria-current": "page" }, "Compare")), h("div", { class: "page-head" }, h("h1", {}, "Compare executions")), place);
    const open = async () => {
        try {
            fill(place, right ? both(await Promise.all([whole(left), whole(right)])) : await choice(left));
        } catch (error) {
            fill(place, left === "" || isMissing(error) ? nothing(right ? [left, right] : [left]) : problem(error, open));
        }
    };
    open();
    return {};
}

/** Says that there is nothing to compare, and how one comes to a comparison. */
function nothing(arns) {
    const names = arns.map(executionName).filter(Boolean).map((name) => `“${name}”`);
    const title = names.length === 0 ? "Choose two executions to compare." : names.length === 1 ? `There is no execution ${names[0]}.` : `${names.join(" or ")} does not exist.`;
    return empty(title, h("p", {}, "Choose two in a list of executions, or “Compare” on the page of one."), h("a", { href: "#/executions" }, "All executions"));
}

async function choice(arn) {
    await describe(arn);
    const { executions } = await read("executions", { machine: machineOf(arn), most: 100 });
    const others = executions.filter((it) => it.executionArn !== arn);
    if (others.length === 0) {
        return empty("There is no other execution of this machine.", h("a", { href: route("execution", [arn]) }, "Back"));
    }
    const one = (it) => h("li", {}, h("a", { href: route("compare", [arn, it.executionArn]) }, statusChip(it.status), h("span", {}, it.name), h("span", { class: "dim" }, time(it.startDate))));
    return h("div", { class: "card pad" }, h("h2", {}, `Compare ${executionName(arn)} with`), h("ul", { class: "choices" }, others.map(one)));
}

async function whole(arn) {
    const told = await describe(arn);
    const trace = readTrace([]);
    let from = 1;
    while (trace.visits.length < STEPS) {
        const { events } = await read("events", { execution: arn, from });
        events.forEach((event) => trace.take(event));
        if (events.length === 0) {
            break;
        }
        from = events.at(-1).id + 1;
    }
    return { arn, told, trace };
}

function both([a, b]) {
    const swap = h("a", { class: "button small", href: route("compare", [b.arn, a.arn]) }, "Swap");
    const head = (it) => h("th", { scope: "col" }, h("a", { href: route("execution", [it.arn]) }, it.told.name));
    const row = (name, value, shown = (it) => it) => {
        const [left, right] = [value(a), value(b)];
        return h("tr", { class: left === right ? null : "differs" }, h("th", { scope: "row" }, name), h("td", {}, shown(left)), h("td", {}, shown(right)));
    };
    const ended = (it) => it.told.stopDate ?? now();
    return [
        h("div", { class: "card scroll-x" }, h("table", { class: "compare" }, h("caption", { class: "hidden" }, "Facts"), h("thead", {}, h("tr", {}, h("td", {}, swap), head(a), head(b))), h("tbody", {},
            row("Machine", (it) => machineOf(it.arn)),
            row("Status", (it) => it.told.status, statusChip),
            row("Error", (it) => it.told.error ?? "–"),
            row("Cause", (it) => it.told.cause ?? "–", causeText),
            row("Started", (it) => it.told.startDate, time),
            row("Duration", (it) => duration(ended(it) - it.told.startDate)),
            row("Transitions", (it) => `${count(it.trace.transitions)} (${isExpress(it.arn) ? expressDollars(ended(it) - it.told.startDate) : dollars(it.trace.transitions)})`),
            row("Redrives", (it) => String(it.told.redriveCount ?? 0)),
        ))),
        h("section", {}, h("h2", {}, "Way through the states"), steps(a, b)),
        h("section", {}, h("h2", {}, "Input"), dataTable(a.told.input, b.told.input, "Input")),
        h("section", {}, h("h2", {}, "Output"), dataTable(a.told.output, b.told.output, "Output")),
    ];
}

function steps(a, b) {
    const of = (it) => it.trace.visits.slice(0, STEPS);
    const cell = (visit, it) => visit === null
        ? h("td", { class: "absent" }, "not entered")
        : h("td", {}, h("a", { class: "step", href: route("execution", [it.arn], { state: visit.name, visit: visit.id }) }, statusSign(visit.status), visit.name), h("span", { class: "dim" }, ` ${statusWord(visit.status)}, ${duration((visit.to ?? now()) - visit.from)}${visit.attempts.length > 1 ? `, ${visit.attempts.length} attempts` : ""}`));
    const row = ([left, right]) => {
        const same = left && right && left.status === right.status && left.attempts.length === right.attempts.length;
        return h("tr", { class: same ? null : "differs" }, cell(left, a), cell(right, b));
    };
    const head = (it) => h("th", { scope: "col" }, it.told.name);
    const rows = align(of(a), of(b), (visit) => visit.name).map(row);
    return h("div", { class: "card scroll-x" }, h("table", { class: "compare steps" }, h("caption", { class: "hidden" }, "States"), h("thead", {}, h("tr", {}, head(a), head(b))), h("tbody", {}, rows)));
}

function dataTable(left, right, name) {
    if (left === undefined && right === undefined) {
        return h("p", { class: "dim" }, "Neither has one.");
    }
    const value = (text) => (text === undefined ? undefined : exactly(text));
    const found = differences(value(left), value(right));
    if (found.length === 0) {
        return h("p", { class: "dim" }, "The same in both.");
    }
    const cell = (it) => h("td", { class: it === undefined ? "absent" : "mono" }, it === undefined ? "absent" : JSON.stringify(it));
    return h("div", { class: "card scroll-x", tabindex: "0", role: "region", "aria-label": `Differences: ${name}` }, h("table", { class: "compare" }, h("caption", { class: "hidden" }, `Differences: ${name}`), h("thead", {}, h("tr", {}, ["Path", "Left", "Right"].map((it) => h("th", { scope: "col" }, it)))), h("tbody", {}, found.map((it) => h("tr", { class: "differs" }, h("th", { scope: "row", class: "mono" }, it.path), cell(it.left), cell(it.right))))));
}
