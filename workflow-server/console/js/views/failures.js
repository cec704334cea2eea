// Executions that failed: by state and error, over time, with one example each.
import { count, counted } from "../model/format.js";
import { route } from "../model/route.js";
import { since, setNow } from "../parts/clock.js";
import { h, fill, keep, svg } from "../parts/dom.js";
import { readable } from "../parts/cause.js";
import { watch } from "../parts/live.js";
import { empty, loading, problem } from "../parts/notice.js";
import { read } from "../parts/server.js";
import { statusChip } from "../parts/status.js";

const SPANS = [["1", "Last hour"], ["24", "Last day"], ["168", "Last 7 days"], ["720", "Last 30 days"]];

/** Shows the failures of all machines. */
export function failuresView(main, first) {
    const place = h("div");
    fill(main, h("div", { class: "page-head" }, h("h1", {}, "Failures")), place);
    const list = failureList(place, { query: first.query, go: (query) => location.assign(route("failures", [], query)) });
    return { update: (next) => list.update(next.query), end: list.end };
}

/** Shows the failures of one machine, or of all, in a place. */
export function failureList(place, { query, machine = null, go }) {
    let wanted = query;
    const spans = h("select", { "aria-label": "Started within", onchange: () => go({ ...wanted, hours: spans.value }) }, SPANS.map(([value, text]) => h("option", { value }, text)));
    const said = h("span", { class: "dim", role: "status" });
    const groups = h("ul", { class: "groups" });
    const result = h("div", {}, loading());
    fill(place, h("div", { class: "filters" }, h("div", { class: "fields" }, spans, said)), result);

    const renew = async () => {
        try {
            const found = await read("failures", { machine: machine ?? wanted.machine, hours: wanted.hours });
            setNow(found.to);
            const most = Math.max(1, ...found.groups.flatMap((it) => it.counts));
            said.textContent = found.groups.length === 0 ? "" : `${counted(found.counted, "failure")} of ${counted(found.groups.length + found.left, "kind")}${found.whole ? "" : ", of the latest that were read"}`;
            keep(groups, found.groups.map((it) => ({ ...it, most, hours: wanted.hours ?? "24" })), (it) => JSON.stringify([it.machine, it.state, it.error, it.status]), group);
            fill(result, found.groups.length > 0 ? groups : empty("Nothing failed in this time.", h("p", {}, "Executions that fail, run out of time or are stopped are grouped here by their state and error.")));
        } catch (error) {
            fill(result, problem(error, renew));
        }
    };
    let stop = () => {};
    const begin = () => {
        spans.value = wanted.hours ?? "24";
        stop();
        stop = watch({ machine: machine ?? wanted.machine }, renew);
    };
    begin();
    return { update: (next) => ((wanted = next), begin()), end: () => stop() };
}

function group(it) {
    const all = route("executions", [], { status: it.status, machine: it.machine, state: it.state, error: it.error, hours: it.hours });
    return h("li", { class: "group" },
        h("div", { class: "group-count" }, h("strong", {}, count(it.count)), h("span", {}, it.count === 1 ? "time" : "times")),
        h("div", { class: "group-what" },
            h("h2", {}, h("a", { href: all, data: { part: "all" } }, it.error || "No error name")),
            h("p", { class: "group-where" }, statusChip(it.status), h("a", { class: "quiet", href: route("machine", [it.machine.split("/")[0]]) }, it.machine), it.state && [" in ", h("span", { class: "state-name" }, it.state)]),
            it.example.cause && h("p", { class: "group-cause" }, readable(it.example.cause)),
        ),
        h("div", { class: "group-when" },
            bars(it.counts, it.most),
            h("p", { class: "dim small" }, "last ", since(it.last), it.count > 1 && [", first ", since(it.first)]),
            h("p", { class: "small" }, "Example: ", h("a", { href: route("execution", [it.example.executionArn]), data: { part: "example" } }, it.example.name)),
        ),
    );
}

/** Draws counts over time. */
function bars(counts, most) {
    const [width, height] = [240, 36];
    const step = width / counts.length;
    const bar = (number, at) => {
        const tall = number === 0 ? 1.5 : Math.max(4, (number / most) * height);
        return svg("rect", { x: at * step + 1, y: height - tall, width: step - 2, height: tall, rx: 1, class: number === 0 ? "none" : "some" });
    };
    const said = `Over time, the earliest first: ${counts.join(", ")}`;
    return svg("svg", { class: "bars", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": said }, counts.map(bar));
}
