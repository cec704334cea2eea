// The machines: what ran of each, and how it ended.
import { count, counted } from "../model/format.js";
import { route } from "../model/route.js";
import { since } from "../parts/clock.js";
import { h, arrows, fill, keep, button } from "../parts/dom.js";
import { watch } from "../parts/live.js";
import { changeButton, isGuarded } from "../parts/me.js";
import { empty, loading, problem } from "../parts/notice.js";
import { read } from "../parts/server.js";
import { STATUSES, statusClass, statusSign, statusWord } from "../parts/status.js";
import { startDialog } from "./start.js";

/** Shows all machines. */
export function machinesView(main, first) {
    let [wanted, known] = [first.query, null];
    const go = (more) => location.replace(route("machines", [], { ...wanted, ...more }));
    const search = h("input", { type: "search", "aria-label": "Name contains", placeholder: "Name contains", value: wanted.name ?? "", oninput: () => go({ name: search.value }) });
    const type = h("select", { "aria-label": "Type", onchange: () => go({ type: type.value }) }, [["", "All types"], ["STANDARD", "Standard"], ["EXPRESS", "Express"]].map(([value, text]) => h("option", { value, selected: (wanted.type ?? "") === value }, text)));
    const body = h("tbody");
    const heads = ["Machine", "Latest executions", "By status", "Last started", ""];
    const table = h("table", { class: "list machines" }, h("caption", { class: "hidden" }, "State machines"), h("thead", {}, h("tr", {}, heads.map((text) => (text ? h("th", { scope: "col" }, text) : h("td"))))), body);
    const result = h("div", {}, loading());
    const said = h("p", { class: "dim" });
    fill(main, h("div", { class: "page-head" }, h("h1", {}, "Machines"), said), h("div", { class: "filters" }, h("div", { class: "fields" }, search, type)), result);
    arrows(body, "td.name a");

    const draw = () => {
        const fits = (it) => it.name.toLowerCase().includes((wanted.name ?? "").toLowerCase()) && (!wanted.type || it.type === wanted.type);
        const found = known.machines.filter(fits).sort((a, b) => (b.last ?? 0) - (a.last ?? 0) || a.name.localeCompare(b.name));
        said.textContent = `${counted(known.machines.length, "machine")}${known.whole ? "" : `, the latest ${count(known.counted)} executions counted`}`;
        keep(body, found, (it) => it.name, row);
        fill(result, found.length > 0 ? table : known.machines.length > 0 ? empty("No machine fits.", button("Clear filters", null, () => ((search.value = ""), (type.value = ""), go({ name: "", type: "" })))) : welcome());
    };
    const renew = async () => {
        try {
            known = await read("overview");
            draw();
        } catch (error) {
            fill(result, problem(error, renew));
        }
    };
    const end = watch({}, renew);
    return { update: (next) => ((wanted = next.query), known && draw()), end };
}

function row(machine) {
    const open = (query) => route("machine", [machine.name], query);
    const strip = [...machine.latest].reverse().map((it) => h("a", { class: `tick ${statusClass(it.status)}`, href: route("execution", [it.executionArn]), title: `${it.name}: ${statusWord(it.status)}`, tabindex: "-1", "aria-hidden": "true" }));
    const counts = STATUSES.filter((it) => machine.counts[it]).map((it) => h("a", { class: `count ${statusClass(it)}`, href: open({ status: it }), "aria-label": `${machine.counts[it]} ${statusWord(it).toLowerCase()}` }, statusSign(it), count(machine.counts[it])));
    const more = [machine.type === "EXPRESS" ? "Express" : "Standard", machine.versions > 0 && counted(machine.versions, "version"), machine.aliases > 0 && counted(machine.aliases, "alias", "aliases")].filter(Boolean);
    return h("tr", {},
        h("td", { class: "name" }, h("a", { href: open({}), data: { part: "open" } }, machine.name), h("span", { class: "dim small" }, more.join(" · "))),
        h("td", { class: "strip-cell" }, h("div", { class: "strip" }, strip)),
        h("td", { class: "counts-cell" }, h("div", { class: "counts" }, counts.length > 0 ? counts : h("span", { class: "dim" }, "none yet"))),
        h("td", { data: { label: "Last started" } }, since(machine.last)),
        h("td", { class: "act" }, changeButton("Start", "play", () => startDialog(machine), { class: "button small", data: { part: "start" }, "aria-label": `Start ${machine.name}` })),
    );
}

/** Shows how to make a first machine. */
export function welcome() {
    // A server that knows no callers takes any keys; without some, and a region, the AWS CLI calls nothing.
    const any = isGuarded() ? "" : "AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=y AWS_DEFAULT_REGION=us-east-1 \\\n";
    const line = `${any}aws stepfunctions create-state-machine --endpoint-url ${location.origin} \\\n  --name hello --role-arn arn:aws:iam::123456789012:role/any \\\n  --definition '{"StartAt":"Hello","States":{"Hello":{"Type":"Pass","End":true}}}'`;
    return empty("There is no machine yet.", h("p", {}, "Make one with any client of AWS Step Functions:"), h("pre", { class: "command", tabindex: "0", "aria-label": "Command" }, line));
}
