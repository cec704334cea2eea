// One machine: its graph, executions, failures and definition.
import { nameOf, route } from "../model/route.js";
import { time } from "../parts/clock.js";
import { h, fill } from "../parts/dom.js";
import { graphView } from "../parts/graph.js";
import { jsonView } from "../parts/json.js";
import { changeButton } from "../parts/me.js";
import { empty, isMissing, loading, problem, refuse } from "../parts/notice.js";
import { call, read } from "../parts/server.js";
import { tabs } from "../parts/tabs.js";
import { executionList, goTo } from "./executions.js";
import { failureList } from "./failures.js";
import { startDialog } from "./start.js";

/** Shows a machine: a part of it, as the address says. */
export function machineView(main, first) {
    const name = first.parts[0] ?? "";
    let [shown, ended] = [null, false];
    const head = h("div", { class: "page-head" }, h("h1", {}, name));
    const place = h("div", {}, loading());
    fill(main, h("nav", { class: "crumbs", "aria-label": "Path" }, h("a", { href: "#/machines" }, "Machines"), " / ", h("span", { "aria-current": "page" }, name)), head, place);

    const open = async (next) => {
        try {
            const machine = (await read("overview")).machines.find((it) => it.name === name);
            if (!machine) {
                fill(place, empty(`There is no machine named “${name}”.`, h("a", { href: "#/machines" }, "All machines")));
                return;
            }
            const told = await call("DescribeStateMachine", { stateMachineArn: machine.stateMachineArn });
            if (!ended) {
                fill(head, h("h1", {}, name), h("p", { class: "dim" }, `${told.type === "EXPRESS" ? "Express" : "Standard"} · created `, time(told.creationDate)), h("div", { class: "actions" }, changeButton("Start", "play", () => startDialog(told), { class: "button primary" })));
                shown = parts(place, told, next);
            }
        } catch (error) {
            fill(place, isMissing(error) ? empty(`The machine “${name}” is gone.`, h("a", { href: "#/machines" }, "All machines")) : problem(error, () => open(next)));
        }
    };
    open(first);
    return { update: (next) => shown?.update(next), end: () => ((ended = true), shown?.end()) };
}

function parts(place, machine, first) {
    let end = () => {};
    const names = machine.type === "EXPRESS" ? ["executions", "graph", "definition"] : ["executions", "graph", "failures", "definition"];
    const words = { executions: "Executions", graph: "Graph", failures: "Failures", definition: "Definition" };
    const panel = h("div", { role: "tabpanel" });
    const bar = tabs("Parts of the machine", names.map((it) => ({ key: it, text: words[it], href: route("machine", [machine.name, it]) })), panel);
    fill(place, bar.element, panel);
    let [part, list] = [null, null];
    const show = (next) => {
        const wanted = names.includes(next.parts[1]) ? next.parts[1] : names[0];
        bar.set(wanted);
        if (wanted === part && list) {
            list.update(next.query);
            return;
        }
        end();
        [part, list, end] = [wanted, null, () => {}];
        fill(panel);
        const go = (query, typed) => goTo(route("machine", [machine.name, wanted], query), typed);
        if (wanted === "executions" || wanted === "failures") {
            list = (wanted === "executions" ? executionList : failureList)(panel, { query: next.query, machine: machine.name, go });
            end = list.end;
        } else if (wanted === "graph") {
            const graph = graphView({ machine: machine.name });
            fill(panel, h("div", { class: "card graph-card tall" }, graph.element));
            graph.load();
        } else {
            const versions = h("div");
            versionTable(machine.stateMachineArn).then((it) => fill(versions, it)).catch(refuse);
            fill(panel, h("div", { class: "card pad" }, versions, jsonView("Definition", machine.definition), jsonView("Role and settings", JSON.stringify({ roleArn: machine.roleArn, loggingConfiguration: machine.loggingConfiguration, tracingConfiguration: machine.tracingConfiguration }))));
        }
    };
    show(first);
    return { update: show, end: () => end() };
}

/** Shows the versions of a machine, and the aliases that lead to them; nothing if there are none. */
async function versionTable(stateMachineArn) {
    const [{ stateMachineVersions: versions }, { stateMachineAliases: aliases }] = await Promise.all([call("ListStateMachineVersions", { stateMachineArn }), call("ListStateMachineAliases", { stateMachineArn })]);
    if (versions.length === 0) {
        return null;
    }
    const told = await Promise.all(aliases.map((it) => call("DescribeStateMachineAlias", { stateMachineAliasArn: it.stateMachineAliasArn })));
    const leading = (arn) => told.flatMap((alias) => alias.routingConfiguration.filter((it) => it.stateMachineVersionArn === arn).map((it) => `${alias.name} (${it.weight} %)`)).join(", ");
    const row = (it) => h("tr", {}, h("th", { scope: "row" }, nameOf(it.stateMachineVersionArn)), h("td", {}, time(it.creationDate)), h("td", {}, leading(it.stateMachineVersionArn) || "–"));
    return h("div", { class: "scroll-x", tabindex: "0", role: "region", "aria-label": "Versions" }, h("table", { class: "compare" }, h("caption", { class: "hidden" }, "Versions"), h("thead", {}, h("tr", {}, ["Version", "Published", "Aliases"].map((it) => h("th", { scope: "col" }, it)))), h("tbody", {}, versions.map(row))));
}
