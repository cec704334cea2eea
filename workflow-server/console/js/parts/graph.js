// The state graph: drawn by the server, coloured here by what the execution did.
import { count, counted } from "../model/format.js";
import { h, fill, button, svg } from "./dom.js";
import { empty, loading } from "./notice.js";
import { readText } from "./server.js";
import { statusWord } from "./status.js";

/** What a drawing may consist of: all else of it is left out. */
const ELEMENTS = new Set(["svg", "g", "path", "rect", "text", "tspan", "title", "desc", "circle", "ellipse", "polygon", "polyline", "line", "defs", "marker"]);
const ATTRIBUTES = /^(viewBox|width|height|x|y|x1|y1|x2|y2|dx|dy|r|rx|ry|cx|cy|d|points|transform|class|id|data-[\w-]+|marker-(start|mid|end)|marker(Width|Height|Units)|refX|refY|orient|text-anchor|aria-hidden|dominant-baseline|font-size|font-weight|font-style|fill|stroke|stroke-width|stroke-dasharray|stroke-dashoffset|stroke-linecap|stroke-linejoin|opacity)$/;

/** Takes over a drawing, piece by piece: names in it are input of others. */
export function importDrawing(text) {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return parsed.querySelector("parsererror") || parsed.documentElement.localName !== "svg" ? null : taken(parsed.documentElement);
}

function taken(node) {
    const made = svg(node.localName);
    for (const { name, value } of node.attributes) {
        if (ATTRIBUTES.test(name) && !/url\(\s*["']?(?!#)/i.test(value)) {
            made.setAttribute(name, value);
        }
    }
    for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
            made.append(child.data);
        } else if (child.nodeType === Node.ELEMENT_NODE && ELEMENTS.has(child.localName)) {
            // A space between texts, for those who read them in a row.
            made.append(taken(child), child.localName === "text" ? " " : "");
        }
    }
    return made;
}

/** Shows the graph of a machine or an execution. `choose` is called with the name of a clicked state. */
export function graphView({ machine, execution, choose = null }) {
    const canvas = h("div", { class: "graph", role: "group", "aria-label": "State graph", tabindex: choose ? null : "0" }, loading(3));
    let [drawing, points, states, ways, selected, size, zoom] = [null, [], new Map(), new Map(), null, [1, 1], 1];
    let fitted = true;
    const resize = (factor) => {
        fitted = factor === 0;
        zoom = fitted ? fitting() : Math.min(3, Math.max(0.2, zoom * factor));
        drawing?.style.setProperty("width", `${size[0] * zoom}px`);
        drawing?.style.setProperty("height", `${size[1] * zoom}px`);
    };
    const fitting = () => Math.max(0.3, Math.min(1.15, (canvas.clientWidth - 24) / size[0], Math.max((canvas.clientHeight - 24) / size[1], 0.6)));
    const tools = h("div", { class: "zoom" },
        button("", "plus", () => resize(1.25), { class: "bare", "aria-label": "Enlarge the graph" }),
        button("", "minus", () => resize(0.8), { class: "bare", "aria-label": "Shrink the graph" }),
        button("", "fit", () => resize(0), { class: "bare", "aria-label": "Fit the graph" }));
    const nodes = () => (drawing ? [...drawing.querySelectorAll("[data-state]")] : []);

    const paint = () => {
        for (const node of nodes()) {
            const name = node.dataset.state;
            const state = states.get(name);
            for (const word of ["running", "succeeded", "failed", "timed-out", "aborted", "caught", "idle"]) {
                node.classList.toggle(word, (state?.status ?? (execution ? "idle" : "")) === word);
            }
            node.classList.toggle("selected", name === selected);
            badge(node, state, points);
            node.setAttribute("aria-label", label(node, state));
            if (choose) {
                node.setAttribute("aria-pressed", String(name === selected));
            }
        }
        for (const line of drawing?.querySelectorAll(".transition, .label") ?? []) {
            const { from, to, edge } = line.dataset;
            const taken = from === undefined ? states.has(to) : ways.get(JSON.stringify([from, to]))?.has(edge === "catch");
            line.classList.toggle("taken", Boolean(taken));
        }
    };
    const load = async () => {
        const text = await readText("graph", execution ? { execution } : { machine }).catch(() => null);
        drawing = text === null ? null : importDrawing(text);
        if (drawing === null) {
            fill(canvas, empty("There is no drawing of this machine."));
            return;
        }
        size = (drawing.getAttribute("viewBox") ?? "0 0 600 400").split(/[\s,]+/).slice(2).map(Number);
        drawing.classList.add("drawing");
        drawing.classList.toggle("ran", Boolean(execution));
        fill(canvas, drawing);
        nodes().forEach((node, at) => prepare(node, at, choose));
        points = pointsOf(drawing);
        resize(0);
        paint();
    };
    canvas.addEventListener("keydown", (event) => move(event, nodes()));
    // Until somebody chooses a size it fits its place, whatever else is shown.
    new ResizeObserver(() => fitted && drawing && resize(0)).observe(canvas);
    return {
        element: h("div", { class: "graph-around" }, tools, canvas),
        load,
        paint: (found, taken, name) => {
            [states, ways, selected] = [found, taken, name];
            paint();
        },
    };
}

/** The name of a node for screen readers: what stands in it, and what the execution did. */
function label(node, state) {
    const written = [...node.querySelectorAll(":scope > text, :scope > .badge > text")].map((it) => it.textContent).join(" ");
    const { state: name, kind } = node.dataset;
    const more = state ? [statusWord(state.status), state.visits.length > 1 && `entered ${state.visits.length} times`, state.retries > 0 && `${state.retries} retries`] : [];
    return [written || name, written.includes(kind) ? null : kind, ...more].filter(Boolean).join(", ");
}

function prepare(node, at, choose) {
    if (!choose) {
        node.setAttribute("role", "img");
        return;
    }
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", at === 0 ? "0" : "-1");
    node.addEventListener("click", (event) => (event.stopPropagation(), choose(node.dataset.state)));
    node.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            choose(node.dataset.state);
        }
    });
}

/** Moves the focus to the nearest state in the direction of an arrow key. */
function move(event, nodes) {
    const ways = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
    const way = ways[event.key];
    const from = event.target.closest?.("[data-state]");
    if (!way || !from) {
        return;
    }
    event.preventDefault();
    const middle = (node) => {
        const box = node.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
    };
    const [x, y] = middle(from);
    let [best, least] = [null, Infinity];
    for (const node of nodes) {
        const [dx, dy] = [middle(node)[0] - x, middle(node)[1] - y];
        const along = dx * way[0] + dy * way[1];
        const across = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
        if (node !== from && along > 1 && along + 2 * across < least) {
            [best, least] = [node, along + 2 * across];
        }
    }
    if (best) {
        from.setAttribute("tabindex", "-1");
        best.setAttribute("tabindex", "0");
        best.focus();
    }
}

/** The items of a Map: those that have ended, of all; and those that failed. */
function items(state) {
    const maps = (state?.visits ?? []).filter((visit) => visit.length !== undefined);
    const all = maps.reduce((sum, visit) => sum + visit.length, 0);
    if (all === 0) {
        return null;
    }
    const within = maps.flatMap((visit) => visit.children);
    const [ended, failed] = [within.filter((it) => it.to !== undefined).length, within.filter((it) => it.status === "failed").length];
    return [ended < all && within.length > 0 ? `${count(ended)} of ${count(all)}` : counted(all, "item"), failed > 0 && `${count(failed)} failed`].filter(Boolean).join(", ");
}

/** Points on the arrows, and in their labels: what a badge should not hide. */
function pointsOf(drawing) {
    const points = [];
    for (const path of drawing.querySelectorAll(".transition path")) {
        const length = path.getTotalLength();
        for (let at = 0; at <= length; at += 6) {
            points.push(path.getPointAtLength(at));
        }
    }
    for (const label of drawing.querySelectorAll(".label")) {
        const { x, y, width, height } = label.getBBox();
        for (let at = 0; at <= width; at += 6) {
            points.push({ x: x + at, y: y + height / 2 });
        }
    }
    return points;
}

/** Says beside a state how often it was entered, and retried. */
function badge(node, state, points) {
    node.querySelector(":scope > .badge")?.remove();
    const parts = [items(state), state?.visits.length > 1 && `×${state.visits.length}`, state?.retries > 0 && `↻${state.retries}`].filter(Boolean);
    const shape = node.querySelector("rect, path, polygon, ellipse, circle");
    if (parts.length === 0 || !shape) {
        return;
    }
    const box = shape.getBBox();
    const text = parts.join(" ");
    const width = text.length * 6.4 + 10;
    const [left, right, top, bottom] = [box.x - 6, box.x + box.width - width + 6, box.y - 8, box.y + box.height - 8];
    const places = node.classList.contains("cluster") ? [[right - 16, bottom], [left + 16, bottom], [right - 16, top], [left + 16, top]] : [[right, top], [right, bottom], [left, top], [left, bottom], [box.x + box.width + 2, box.y + box.height / 2 - 8]];
    const hidden = ([x, y]) => points.filter((at) => at.x > x - 3 && at.x < x + width + 3 && at.y > y - 3 && at.y < y + 19).length;
    const [x, y] = places.map((place) => ({ place, count: hidden(place) })).reduce((best, it) => (it.count < best.count ? it : best)).place;
    node.append(svg("g", { class: "badge", "aria-hidden": "true" },
        svg("rect", { x, y, width, height: 16, rx: 8 }),
        svg("text", { x: x + width / 2, y: y + 11.5, "text-anchor": "middle" }, text)));
}
