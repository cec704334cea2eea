// One execution: its graph, timeline, events, data, and each state that is clicked.
import { exactly } from "../model/exact.js";
import { count, dollars, expressDollars } from "../model/format.js";
import { executionName, isExpress, machineOf, nameOf, route } from "../model/route.js";
import { readTrace } from "../model/trace.js";
import { culpritOf, statesOf } from "../model/visits.js";
import { causeText } from "../parts/cause.js";
import { now, time, took } from "../parts/clock.js";
import { detailsPanel } from "../parts/details.js";
import { h, fill } from "../parts/dom.js";
import { eventTable } from "../parts/events.js";
import { graphView } from "../parts/graph.js";
import { jsonView } from "../parts/json.js";
import { watch } from "../parts/live.js";
import { changeButton } from "../parts/me.js";
import { announce, empty, isMissing, loading, problem } from "../parts/notice.js";
import { definitionOf, describe, read } from "../parts/server.js";
import { statusChip, statusWord } from "../parts/status.js";
import { tabs } from "../parts/tabs.js";
import { timeline } from "../parts/timeline.js";
import { redriveAll, runAgain, stopDialog } from "./actions.js";
import { startDialog } from "./start.js";

const TABS = { timeline: "Timeline", events: "Events", data: "Data", definition: "Definition" };

/** Shows an execution; the address says the tab, and the chosen state. */
export function executionView(main, first) {
    const arn = first.parts[0] ?? "";
    const head = h("div", { class: "page-head" }, h("h1", {}, executionName(arn)));
    const place = h("div", {}, loading(6));
    const machine = machineOf(arn).split("/")[0];
    fill(main, h("nav", { class: "crumbs", "aria-label": "Path" }, h("a", { href: "#/machines" }, "Machines"), " / ", machine && [h("a", { href: route("machine", [machine]) }, machine), " / "], h("span", { "aria-current": "page" }, executionName(arn))), head, place);
    let [known, shown, wanted, said] = [{ events: [], trace: readTrace([]), told: null }, null, first, null];

    const renew = async () => {
        try {
            known = await readMore(arn, known);
            shown ??= body(place, arn, exactly(await definitionOf(arn)) ?? null, await sourcesOf(machine), (more) => location.assign(route("execution", [arn], { ...wanted.query, ...more })));
            if (said && said !== known.told.status) {
                announce(`${executionName(arn)}: ${statusWord(known.told.status)}`);
            }
            said = known.told.status;
            drawHead(head, known);
            shown.show(known, wanted.query);
        } catch (error) {
            if ((arn === "" || isMissing(error)) && !shown) {
                fill(place, empty("There is no such execution.", h("p", {}, isExpress(arn) ? "Of EXPRESS executions the latest are in memory: this one was older, or of before the server's start." : "Its machine was deleted, it was too old to be kept, or the address is mistyped."), h("a", { href: "#/executions" }, "All executions")));
                return;
            }
            shown = shown && known.told ? shown : null;
            fill(shown ? head : place, problem(error, renew));
        }
    };
    const stop = watch({ execution: arn }, renew);
    return {
        update: (next) => ((wanted = next), shown?.show(known, next.query)),
        end: () => (stop(), shown?.end()),
    };
}

/** The lines of Rust of a machine's states, by their names; none of a definition, or of a machine that is gone. */
async function sourcesOf(machine) {
    const told = await read("program", { machine }).catch(() => ({}));
    return told.sources ?? {};
}

/** Reads the events that are new, and the description: its data only where that may have changed. */
async function readMore(arn, known) {
    let { events, trace, told } = known;
    let last = Infinity;
    while (events.length < last) {
        const found = await read("events", { execution: arn, from: events.length + 1 });
        if (found.last < events.length) {
            // Another execution of this name.
            [events, trace, told] = [[], readTrace([]), null];
            continue;
        }
        found.events.forEach((event) => trace.take(event));
        events = [...events, ...found.events];
        last = found.events.length === 0 ? 0 : found.last;
    }
    const whole = told === null || trace.root.to !== undefined;
    const described = await describe(arn, whole ? "ALL_DATA" : "METADATA_ONLY");
    return { events, trace, told: { ...described, input: described.input ?? told?.input } };
}

function drawHead(head, { trace, told, events }) {
    const running = told.status === "RUNNING";
    const again = () => runAgain(told);
    const edit = () => startDialog({ name: machineOf(told.executionArn), stateMachineArn: told.stateMachineArn, type: express ? "EXPRESS" : "STANDARD" }, told.input);
    const express = isExpress(told.executionArn);
    const item = machineOf(told.executionArn).includes("/");
    const actions = [
        running && !item && !express && changeButton("Stop", "stop", () => stopDialog(told.executionArn), { class: "button", data: { act: "stop" } }),
        told.redriveStatus === "REDRIVABLE" && changeButton("Redrive", "redo", () => redriveAll([told]), { class: "button", data: { act: "redrive" } }),
        !item && changeButton("Run again", "play", again, { class: "button", data: { act: "again" } }),
        !item && changeButton("Edit and run", "edit", edit, { class: "button", data: { act: "edit" } }),
        h("a", { class: "button", href: route("compare", [told.executionArn]), data: { act: "compare" } }, "Compare"),
    ];
    const focused = head.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const qualifier = told.stateMachineAliasArn ?? told.stateMachineVersionArn;
    const facts = [
        ["Started", time(told.startDate)], ["Duration", took(told.startDate, told.stopDate)],
        ["Transitions", [count(trace.transitions), cost(trace, told, express)]],
        ["Events", count(events.length)],
        told.redriveCount > 0 && ["Redrives", [String(told.redriveCount), " ", told.redriveDate && h("span", { class: "dim" }, "last ", time(told.redriveDate))]],
        qualifier && ["Started by", nameOf(qualifier)],
    ].filter(Boolean);
    fill(head,
        h("div", { class: "title-line" }, h("h1", {}, told.name), statusChip(told.status), h("div", { class: "actions" }, actions)),
        h("dl", { class: "facts wide-facts" }, facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
        why(trace, told),
    );
    if (focused) {
        head.querySelector(`[data-act="${focused}"]`)?.focus();
    }
}

/** What an execution has cost so far. */
function cost(trace, told, express) {
    const [text, title] = express
        ? [expressDollars((told.stopDate ?? now()) - told.startDate), "The least that an EXPRESS execution costs: its start, and 64 MB for its duration"]
        : [dollars(trace.transitions), "At 25 dollars a million transitions of STANDARD executions"];
    return h("span", { class: "dim", title }, ` ${text}`);
}

/** Says why an execution failed, and where: of one that took too long the API tells no error. */
function why(trace, told) {
    const late = told.status === "TIMED_OUT";
    if (told.error === undefined && told.cause === undefined && !late) {
        return null;
    }
    return h("div", { class: "notice wrong" }, h("strong", {}, told.error ?? (late ? "It took longer than it may" : "")), causeText(told.cause), culprit(trace, told));
}

/** The state to look at first, as a link. */
function culprit(trace, told) {
    const failed = culpritOf(trace);
    return failed && h("p", { class: "small" }, "Look at ", h("a", { href: route("execution", [told.executionArn], { state: failed.name, visit: failed.id }) }, failed.name));
}

/** Makes all below the header. */
function body(place, arn, definition, sources, go) {
    const choose = (visit) => go({ state: visit.name || undefined, visit: visit.id });
    const [line, table] = [timeline(choose), eventTable((event) => trace && choose(trace.owners.get(event.id)))];
    const graph = graphView({ execution: arn, choose: (name) => go({ state: name, visit: undefined }) });
    const close = () => go({ state: undefined, visit: undefined });
    const details = detailsPanel({ arn, definition, sources, choose, close });
    const panel = h("div", { class: "tab-panel", role: "tabpanel" });
    const bar = tabs("Parts of the execution", Object.entries(TABS).map(([key, text]) => ({ key, text, onclick: () => go({ tab: key === "timeline" ? undefined : key }) })), panel);
    const grid = h("div", { class: "execution-grid" }, h("section", { class: "card graph-card", "aria-label": "Graph" }, graph.element), h("section", { class: "card tab-card", "aria-label": "Execution" }, bar.element, panel));
    fill(place, grid);
    grid.addEventListener("keydown", (event) => event.key === "Escape" && details.element.isConnected && close());
    graph.load();
    let [trace, tab] = [null, null];

    const show = (known, query) => {
        trace = known.trace;
        const states = statesOf(trace);
        const found = chosen(trace, states, query);
        graph.paint(states, trace.ways, found?.visit.type === "item" ? found.visit.parent.name : (found?.visit.name ?? query.state));
        const wanted = TABS[query.tab] ? query.tab : "timeline";
        bar.set(wanted);
        if (wanted !== tab) {
            tab = wanted;
            fill(panel, { timeline: () => line.element, events: () => table.element, data: () => h("div", { class: "pad" }), definition: () => h("div", { class: "pad" }, jsonView("Definition", JSON.stringify(definition))) }[tab]());
        }
        if (tab === "data") {
            drawData(panel.firstChild, known.told);
        }
        line.show(trace, found?.visit ?? null);
        table.show(trace, known.events, found?.visit ?? null);
        grid.classList.toggle("with-details", Boolean(found));
        if (found) {
            if (!details.element.isConnected) {
                grid.append(details.element);
            }
            details.show(found.visit, found.among);
        } else {
            details.clear();
            details.element.remove();
        }
    };
    return { show, end: () => line.end() };
}

function drawData(place, told) {
    const key = JSON.stringify([told.input, told.output]);
    if (place.dataset.shown !== key) {
        place.dataset.shown = key;
        fill(place, jsonView("Input", told.input), jsonView("Output", told.output) ?? h("p", { class: "dim" }, told.status === "RUNNING" ? "There is no output yet." : "It has no output."));
    }
}

/** The visit that the address names, or the one that matters most of its state; with those of the same state. */
function chosen(trace, states, { state, visit }) {
    const item = visit && trace.itemOf(visit);
    if (item) {
        return { visit: item, among: item.parent.children };
    }
    const found = states.get(state);
    if (!found) {
        return null;
    }
    const named = found.visits.find((it) => String(it.id) === visit);
    return { visit: named ?? found.visits.find((it) => it.status === found.status) ?? found.visits[0], among: found.visits };
}

