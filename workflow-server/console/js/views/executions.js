// The executions of all machines, or of one: by status, name, time, state and error.
import { route } from "../model/route.js";
import { now as serverNow, setNow } from "../parts/clock.js";
import { h, fill, button } from "../parts/dom.js";
import { executionTable } from "../parts/list.js";
import { watch } from "../parts/live.js";
import { empty, loading, problem } from "../parts/notice.js";
import { read } from "../parts/server.js";
import { STATUSES, statusSign, statusWord } from "../parts/status.js";

/** Executions that are read at once. */
const PAGE = 50;
/** The spans of time that can be asked for, in hours. */
const SPANS = [["", "Any time"], ["1", "Last hour"], ["24", "Last day"], ["168", "Last 7 days"], ["720", "Last 30 days"]];

/** Shows executions with filters, which stand in the address. */
export function executionsView(main, first) {
    const place = h("div");
    const machines = h("datalist", { id: "machine-names" });
    fill(main, h("div", { class: "page-head" }, h("h1", {}, "Executions")), machines, place);
    read("overview").then((it) => fill(machines, it.machines.map((one) => h("option", { value: one.name })))).catch(() => {});
    const list = executionList(place, { query: first.query, go: (query, typed) => goTo(route("executions", [], query), typed) });
    return { update: (next) => list.update(next.query), end: list.end };
}

/** Goes to an address; "back" leads past those that are only on the way while somebody types. */
export function goTo(address, typed) {
    return typed ? location.replace(address) : location.assign(address);
}

/** Shows a list of executions in a place: `go` is called with other filters, and true if they are being typed. */
export function executionList(place, { query, machine = null, go }) {
    const table = executionTable({ machine: machine === null });
    const filters = h("form", { class: "filters", role: "search", "aria-label": "Filter executions", onsubmit: (event) => event.preventDefault() });
    const result = h("div", {}, loading());
    const foot = h("div", { class: "list-foot" });
    fill(place, filters, result, foot);
    let [wanted, pages, stop] = [query, 1, () => {}];

    const renew = async () => {
        try {
            const { items, next, now } = await readPages(asked(wanted, machine), pages);
            setNow(now);
            table.set(items);
            if (items.length === 0) {
                fill(result, nothing(wanted, () => go({})));
            } else if (!result.contains(table.element)) {
                fill(result, table.element);
            }
            fill(foot, next !== null && button("Show more", "down", () => ((pages += 1), renew())), h("span", { class: "dim" }, next === null && items.length > PAGE ? `All ${items.length} shown` : ""));
        } catch (error) {
            fill(result, problem(error, renew));
        }
    };
    const change = (more, typed = false) => go({ ...wanted, ...more }, typed);
    const begin = () => {
        renewFilters(filters, wanted, machine, change);
        stop();
        stop = watch({ machine: machine ?? wanted.machine }, renew);
    };
    begin();
    return {
        update: (next) => {
            [wanted, pages] = [next, 1];
            begin();
        },
        end: () => stop(),
    };
}

/** The parameters that the server is asked with. */
function asked(wanted, machine) {
    const since = wanted.hours ? serverNow() - Number(wanted.hours) * 3600 : undefined;
    const { status, prefix, state, error } = wanted;
    return { machine: machine ?? wanted.machine, status, prefix, state, error, since, most: PAGE };
}

async function readPages(params, pages) {
    const items = [];
    let [next, now] = [null, 0];
    for (let page = 0; page < pages; page += 1) {
        const found = await read("executions", { ...params, after: next });
        items.push(...found.executions);
        [next, now] = [found.next, found.now];
        if (next === null) {
            break;
        }
    }
    return { items, next, now };
}

function renewFilters(form, wanted, machine, change) {
    const focused = form.contains(document.activeElement) ? document.activeElement.name || document.activeElement.dataset.part : null;
    const chip = (status) => {
        const on = (wanted.status ?? "") === status;
        return h("button", { type: "button", class: "filter", "aria-pressed": String(on), data: { part: status || "ALL" }, onclick: () => change({ status: on ? "" : status }) }, status ? statusSign(status) : null, status ? statusWord(status) : "All");
    };
    let waiting = 0;
    const field = (name, label, more) => h("input", {
        name, type: "search", "aria-label": label, placeholder: label, value: wanted[name] ?? "", autocomplete: "off", ...more,
        oninput: (event) => {
            clearTimeout(waiting);
            waiting = setTimeout(() => change({ [name]: event.target.value.trim() }, true), 300);
        },
    });
    const spans = h("select", { name: "hours", "aria-label": "Started within", onchange: (event) => change({ hours: event.target.value }) }, SPANS.map(([value, text]) => h("option", { value, selected: (wanted.hours ?? "") === value }, text)));
    const also = ["state", "error"].filter((name) => wanted[name]).map((name) =>
        h("button", { type: "button", class: "filter on", title: "Remove this filter", onclick: () => change({ [name]: "" }) }, `${name}: ${wanted[name]} ✕`));
    const fields = [field("prefix", "Name begins with"), machine === null && field("machine", "Machine", { list: "machine-names" }), spans];
    if (focused && form.elements[focused]?.type === "search") {
        // The field that is typed into stays.
        form.querySelector(".chips").replaceChildren(...[chip(""), ...STATUSES.map(chip), ...also]);
        return;
    }
    fill(form, h("div", { class: "chips", role: "group", "aria-label": "Status" }, chip(""), STATUSES.map(chip), also), h("div", { class: "fields" }, fields));
    if (focused) {
        form.querySelector(`[data-part="${focused}"], [name="${focused}"]`)?.focus();
    }
}

function nothing(wanted, clear) {
    const filtered = Object.values(wanted).some(Boolean);
    return filtered
        ? empty("No execution fits these filters.", button("Clear filters", null, clear))
        : empty("Nothing has run yet.", h("p", {}, "Start an execution from the page of a machine, or with any client of AWS Step Functions."), h("a", { class: "button primary", href: "#/machines" }, "Choose a machine"));
}
