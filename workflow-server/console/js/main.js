// The console: the view of the address, its theme, and the state of the connection.
import { readRoute } from "./model/route.js";
import { startClock } from "./parts/clock.js";
import { h, fill } from "./parts/dom.js";
import { onConnection } from "./parts/live.js";
import { account, changeButton, learnMe } from "./parts/me.js";
import { empty, problem } from "./parts/notice.js";
import { applyTheme, themeSwitch } from "./parts/theme.js";
import { answerDialog } from "./views/answer.js";
import { compareView } from "./views/compare.js";
import { executionView } from "./views/execution.js";
import { executionsView } from "./views/executions.js";
import { failuresView } from "./views/failures.js";
import { machineView } from "./views/machine.js";
import { machinesView } from "./views/machines.js";
import { mapRunView } from "./views/map_run.js";

/** The views by the first part of an address: each fills `main`, and may return `update` for a new address and `end`. */
const VIEWS = {
    machines: machinesView,
    machine: machineView,
    executions: executionsView,
    failures: failuresView,
    execution: executionView,
    "map-run": mapRunView,
    compare: compareView,
};

const main = document.getElementById("main");
let shown = { key: "", view: null };

const connection = h("span", { class: "connection", title: "" }, h("span", { class: "dot", "aria-hidden": "true" }), h("span", { class: "word" }));
onConnection((state) => {
    const words = { live: "Live", paused: "Paused", lost: "Reconnecting" };
    connection.dataset.state = state;
    connection.title = { live: "Changes are shown as they happen", paused: "The page is hidden", lost: "The server does not answer" }[state];
    connection.lastChild.textContent = words[state];
});

function show() {
    const route = readRoute(location.hash);
    const make = VIEWS[route.name];
    // A view with the same path only has other parameters: it stays, with its scroll and focus.
    const key = JSON.stringify([route.name, route.parts.slice(0, make === compareView ? 2 : 1)]);
    if (key === shown.key && shown.view?.update) {
        shown.view.update(route);
        return;
    }
    shown.view?.end?.();
    delete connection.dataset.state;
    const first = shown.key === "";
    shown = { key, view: null };
    for (const link of document.querySelectorAll("[data-nav]")) {
        const own = { machine: "machines", execution: "executions", "map-run": "executions", compare: "executions" }[route.name] ?? route.name;
        link.toggleAttribute("aria-current", link.dataset.nav === own);
    }
    scrollTo(0, 0);
    try {
        fill(main);
        shown.view = make ? make(main, route) : (fill(main, h("h1", {}, "Not found"), empty("The console has no page with this address.", h("a", { href: "#/machines" }, "All machines"))), null);
    } catch (error) {
        fill(main, problem(error));
    }
    document.title = `${main.querySelector("h1")?.textContent ?? "Console"} · Workflow`;
    if (!first) {
        main.focus({ preventScroll: true });
    }
}

const tools = () => [connection, changeButton("Answer a task", "reply", () => answerDialog(), { class: "button quiet", title: "Answer a task whose token you have", "aria-label": "Answer a task" }), themeSwitch(), account()];
document.querySelector(".skip").addEventListener("click", (event) => (event.preventDefault(), main.focus()));
addEventListener("hashchange", show);
applyTheme();
startClock();
await learnMe();
fill(document.getElementById("tools"), tools());
show();
