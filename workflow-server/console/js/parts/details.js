// One visit of a state: its data, attempts, error, and what can be done about it.
import { counted, duration } from "../model/format.js";
import { route } from "../model/route.js";
import { detailsOf } from "../model/trace.js";
import { answerDialog, takeTask, tokensIn } from "../views/answer.js";
import { causeText, readable } from "./cause.js";
import { now, time, took } from "./clock.js";
import { h, fill, button, icon } from "./dom.js";
import { jsonView } from "./json.js";
import { changeButton } from "./me.js";
import { problem } from "./notice.js";
import { read } from "./server.js";
import { statusChip } from "./status.js";

/** The events of a visit that are read with their data. */
const READ = 40;

/** Makes the panel. `close` closes it, `choose` shows another visit. */
export function detailsPanel({ arn, definition, sources, choose, close }) {
    const place = h("aside", { class: "card details", "aria-label": "Details of the state", tabindex: "-1" });
    let shown = "";
    const show = async (visit, among) => {
        const key = JSON.stringify([visit.id, visit.events.length, visit.status, among.length]);
        if (key === shown) {
            return;
        }
        const same = shown.startsWith(`[${visit.id},`);
        shown = key;
        const data = h("div", { class: "details-data" });
        const draw = () => fill(place, header(visit, among, choose, close), facts(visit, sources[visit.name]), failure(visit), data);
        if (!same) {
            draw();
            place.scrollTop = 0;
        }
        try {
            const ids = visit.events.length > READ ? [...visit.events.slice(0, 4), ...visit.events.slice(4 - READ)] : visit.events;
            const { events } = await read("events", { execution: arn, ids: ids.join(",") });
            if (shown === key) {
                draw();
                fill(data, content(visit, events, arn), stateText(definition, visit.name));
            }
        } catch (error) {
            fill(data, problem(error));
        }
    };
    return { element: place, show, clear: () => (shown = "") };
}

function header(visit, among, choose, close) {
    const at = among.indexOf(visit);
    const step = (to, name, said) => h("button", { type: "button", class: "bare", "aria-label": said, disabled: !among[to], onclick: () => choose(among[to]) }, icon(name));
    const pager = among.length > 1 && h("div", { class: "pager" }, step(at - 1, "minus", "Earlier visit"), h("span", {}, `visit ${at + 1} of ${among.length}`), step(at + 1, "plus", "Later visit"));
    return h("header", { class: "details-head" },
        h("div", { class: "details-title" }, h("h2", {}, visit.type === "item" ? `${visit.name}, item ${visit.index}` : visit.name), h("button", { type: "button", class: "bare", "aria-label": "Close the details", onclick: close }, icon("close"))),
        h("p", {}, statusChip(visit.status), h("span", { class: "dim" }, visit.kind ?? "Item"), pager));
}

function facts(visit, source) {
    const rows = [["Entered", time(visit.from, true)], ["Duration", took(visit.from, visit.to)]];
    if (visit.length !== undefined) {
        rows.push(["Items", itemCounts(visit)]);
    }
    if (visit.mapRun) {
        rows.push(["Map Run", h("a", { href: route("map-run", [visit.mapRun]) }, "Its executions")]);
    }
    if (source) {
        rows.push(["Source", h("code", {}, source)]);
    }
    return h("dl", { class: "facts" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function itemCounts(visit) {
    const counts = {};
    visit.children.forEach((it) => (counts[it.status] = (counts[it.status] ?? 0) + 1));
    const told = Object.entries(counts).map(([status, number]) => `${number} ${status}`);
    return [String(visit.length), told.length > 0 && h("span", { class: "dim" }, ` (${told.join(", ")})`)];
}

function failure(visit) {
    const last = visit.attempts.at(-1);
    const told = visit.error ? visit : last?.status === "failed" ? last : visit.kind === "Fail" ? rootOf(visit) : {};
    const { error, cause } = told;
    return error !== undefined && h("div", { class: "notice wrong" }, h("strong", {}, error), causeText(cause));
}

/** The execution of a visit: the error of a Fail state is its own. */
function rootOf(visit) {
    let at = visit;
    while (at.parent) {
        at = at.parent;
    }
    return at;
}

function content(visit, events, arn) {
    const by = (test) => events.filter((event) => test.test(event.type)).map(detailsOf);
    const [entered, exited] = [by(/StateEntered$/)[0], by(/StateExited$/)[0]];
    const variables = exited?.assignedVariables && Object.keys(exited.assignedVariables).length > 0 ? `{${Object.entries(exited.assignedVariables).map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}` : undefined;
    return [
        visit.status === "running" && waiting(visit, events, arn),
        jsonView("Input", entered?.input),
        visit.attempts.length > 0 && attempts(visit, events),
        visit.children.length > 0 && failedWithin(visit, arn),
        jsonView("Assigned variables", variables),
        jsonView("Output", exited?.output),
    ];
}

/** What failed within a Map or a Parallel, as links. */
function failedWithin(visit, arn) {
    const failed = visit.children.filter((it) => it.status === "failed" || it.status === "timed-out");
    if (failed.length === 0) {
        return null;
    }
    const link = (it) => h("li", {}, h("a", { href: route("execution", [arn], { state: it.name, visit: it.id }) }, it.type === "item" ? `Item ${it.index}` : it.name));
    return h("section", { class: "attempts" }, h("h3", {}, `${failed.length} failed within`), h("ul", { class: "failed-within" }, failed.slice(0, 50).map(link)));
}

/** What can be answered: a task that waits with a token, or one of an activity. */
function waiting(visit, events) {
    const attempt = visit.attempts.at(-1);
    const scheduled = events.find((event) => event.id === attempt?.id);
    if (!scheduled || attempt.to !== undefined) {
        return null;
    }
    const called = detailsOf(scheduled);
    const [token] = tokensIn(called.parameters);
    if (token) {
        return h("div", { class: "notice" }, h("strong", {}, "It waits for an answer"), h("p", {}, changeButton("Answer", "reply", () => answerDialog({ token, input: called.parameters, state: visit.name }), { class: "button primary" })));
    }
    if (scheduled.type === "ActivityScheduled") {
        return h("div", { class: "notice" }, h("strong", {}, "It waits for a worker"), h("p", { class: "small" }, "The next task of this activity, which may be another execution's:"), h("p", {}, changeButton("Take a task", "reply", () => takeTask(called.resource, visit.name))));
    }
    return null;
}

function attempts(visit, events) {
    const dataOf = (id) => detailsOf(events.find((event) => event.id === id) ?? {});
    const one = (attempt, at) => {
        const [sent, got] = [dataOf(attempt.id), dataOf(attempt.last)];
        const what = h("summary", {}, statusChip(attempt.status), h("span", {}, `Attempt ${at + 1}`), h("span", { class: "dim" }, duration((attempt.to ?? now()) - attempt.from)), attempt.error && h("span", { class: "error-name" }, attempt.error), attempt.cause && h("span", { class: "why small dim" }, readable(attempt.cause)));
        return h("details", { open: visit.attempts.length === 1 || attempt.status === "failed" && at === visit.attempts.length - 1 }, what,
            attempt.cause && visit.attempts.length > 1 && causeText(attempt.cause),
            h("p", { class: "small dim" }, attempt.resource, " at ", time(attempt.from, true)),
            jsonView("Called with", sent.parameters ?? sent.input), jsonView("Result", got.output));
    };
    return h("section", { class: "attempts" }, h("h3", {}, counted(visit.attempts.length, "attempt")), visit.attempts.map(one));
}

function stateText(definition, name) {
    const found = findState(definition, name);
    return found && h("details", { class: "attempts" }, h("summary", {}, h("span", {}, "Definition of the state")), jsonView("Definition", JSON.stringify(found)));
}

/** Finds a state by its name, at any depth. */
function findState(value, name) {
    if (value === null || typeof value !== "object") {
        return null;
    }
    if (!Array.isArray(value) && value.States && Object.hasOwn(value.States, name)) {
        return value.States[name];
    }
    for (const inner of Object.values(value)) {
        const found = findState(inner, name);
        if (found) {
            return found;
        }
    }
    return null;
}
