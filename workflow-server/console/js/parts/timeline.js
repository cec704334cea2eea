// The timeline of an execution: a row for each visit of a state, with its attempts, waits and retries.
import { counted, duration } from "../model/format.js";
import { axisTexts } from "../model/axis.js";
import { idleGaps, timeScale } from "../model/fold.js";
import { busySpans, segmentsOf } from "../model/visits.js";
import { now } from "./clock.js";
import { h, fill, button, icon } from "./dom.js";
import { statusSign, statusWord } from "./status.js";
import { virtualList } from "./virtual.js";

/** A node with more children than this is closed at first. */
const OPEN = 12;
const HEIGHT = 30;
const WORDS = { attempt: "attempt", callback: "waiting for an answer", backoff: "pause before the retry", wait: "wait", around: "runs others", step: "step" };

/** Makes a timeline. `choose` is called with the visit of a clicked row. */
export function timeline(choose) {
    let [trace, rows, scale, zoom, folding, selected] = [null, [], timeScale(0, 1), 1, true, null];
    const opened = new Map();
    const axis = h("div", { class: "axis", "aria-hidden": "true" });
    const head = h("div", { class: "timeline-head", role: "presentation" }, h("div", { class: "row-name" }), axis);
    const list = virtualList({ label: "Timeline", height: HEIGHT, columns: 2, head, row: (at) => rowOf(rows[at]) });
    const fold = h("input", { type: "checkbox", id: "fold-idle", checked: true, onchange: () => ((folding = fold.checked), draw()) });
    const zoomed = (factor) => {
        zoom = factor === 0 ? 1 : Math.min(64, Math.max(1, zoom * factor));
        draw();
    };
    const tools = h("div", { class: "timeline-tools" },
        h("label", { class: "check-label", for: "fold-idle" }, fold, "Fold idle time"),
        button("", "minus", () => zoomed(1 / 1.6), { class: "bare", "aria-label": "Zoom out of the timeline" }),
        button("", "plus", () => zoomed(1.6), { class: "bare", "aria-label": "Zoom into the timeline" }),
        button("", "fit", () => zoomed(0), { class: "bare", "aria-label": "Show the whole timeline" }));
    list.element.addEventListener("wheel", (event) => {
        if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            zoomed(event.deltaY < 0 ? 1.25 : 0.8);
        }
    }, { passive: false });

    const isOpen = (node) => opened.get(node.id) ?? node.children.length <= OPEN;
    const flat = (node, level, into) => {
        for (const child of node.children) {
            into.push({ node: child, level });
            if (child.children.length > 0 && isOpen(child)) {
                flat(child, level + 1, into);
            }
        }
        return into;
    };
    const toggle = (node) => {
        opened.set(node.id, !isOpen(node));
        draw();
    };

    const rowOf = ({ node, level }) => {
        const name = node.type === "item" ? `Item ${node.index}` : node.name;
        const many = node.children.length > 0;
        const said = [name, statusWord(node.status), duration((node.to ?? now()) - node.from), node.attempts.length > 1 && `${node.attempts.length} attempts`].filter(Boolean).join(", ");
        const open = many
            ? h("button", { type: "button", class: "bare toggle", tabindex: "-1", "aria-expanded": String(isOpen(node)), "aria-label": `${isOpen(node) ? "Close" : "Open"} ${name}`, onclick: () => toggle(node) }, icon(isOpen(node) ? "down" : "right"))
            : h("span", { class: "toggle" });
        const pick = h("button", { type: "button", class: "row-pick", tabindex: "-1", title: said, "aria-label": said, onclick: () => choose(node), onkeydown: (event) => {
            if (many && ((event.key === "ArrowRight" && !isOpen(node)) || (event.key === "ArrowLeft" && isOpen(node)))) {
                toggle(node);
            }
        } }, statusSign(node.status), h("span", { class: "row-text" }, name), node.length > OPEN || node.children.length > OPEN ? h("span", { class: "tag" }, counted(node.length ?? node.children.length, "item")) : null);
        const parts = segmentsOf(node, now()).map((part) => bar(part, node));
        return h("div", { class: `row${node === selected ? " selected" : ""}`, role: "row", style: { height: `${HEIGHT}px` } },
            h("div", { class: "row-name", role: "rowheader", style: { "padding-left": `${6 + level * 14}px` } }, open, pick),
            h("div", { class: "track", role: "cell", onclick: () => choose(node) }, folds(), parts, length(node)));
    };
    const folds = () => scale.folds.map((gap) => h("span", { class: "fold", style: { left: `${scale.at(gap.from) * 100}%`, width: `${(scale.at(gap.to) - scale.at(gap.from)) * 100}%` }, title: `${duration(gap.length)} in which nothing happened` }));
    const bar = (part, node) => {
        const [left, right] = [scale.at(part.from), scale.at(part.to)];
        const title = `${node.type === "item" ? `Item ${node.index}` : node.name}: ${WORDS[part.kind]}${part.kind === "attempt" && node.attempts.length > 1 ? ` ${part.number}` : ""}, ${duration(part.to - part.from)}${part.error ? `, ${part.error}` : ""}`;
        return h("span", { class: `bar ${part.kind} ${part.status}`, title, style: { left: `${left * 100}%`, width: `${(right - left) * 100}%` } });
    };
    const length = (node) => {
        const end = scale.at(node.to ?? now());
        const text = (node.to ?? now()) - node.from < 0.001 ? "" : duration((node.to ?? now()) - node.from);
        return end > 0.86
            ? h("span", { class: "bar-text before", style: { right: `${(1 - scale.at(node.from)) * 100}%` } }, scale.at(node.from) > 0.14 ? text : "")
            : h("span", { class: "bar-text", style: { left: `${end * 100}%` } }, text);
    };

    const draw = () => {
        if (trace === null) {
            return;
        }
        const times = trace.times.length > 0 ? trace.times : [now()];
        const to = trace.root.to ?? Math.max(now(), times.at(-1));
        const all = trace.root.to ? times : [...times, to];
        const gaps = idleGaps(all, busySpans(trace, now()));
        scale = timeScale(times[0], Math.max(to, times[0] + 0.001), folding ? gaps : []);
        fold.parentElement.hidden = gaps.length === 0;
        list.element.style.setProperty("--zoom", zoom);
        drawAxis();
        rows = flat(trace.root, 0, []);
        list.set(rows.length);
    };
    const drawAxis = () => fill(axis, axisTexts(scale, axis.clientWidth || 400).map((it) => h("span", { class: it.kind === "fold" ? "fold-text" : "axis-tick", title: it.title, style: { left: `${it.left}px` } }, it.text)));
    // As wide as its place is, it has other ticks.
    let wide = 0;
    new ResizeObserver(() => axis.clientWidth !== wide && ((wide = axis.clientWidth), trace && drawAxis())).observe(axis);
    const tick = setInterval(() => trace && !trace.root.to && list.element.isConnected && !document.hidden && draw(), 1000);
    return {
        element: h("div", { class: "timeline" }, tools, list.element),
        show: (found, visit) => {
            const moved = visit !== selected;
            [trace, selected] = [found, visit];
            for (let at = visit?.parent; moved && at; at = at.parent) {
                if (at.id !== undefined) {
                    opened.set(at.id, true);
                }
            }
            draw();
            const at = rows.findIndex(({ node }) => node === visit);
            if (moved && at >= 0) {
                list.reveal(at);
                list.draw();
            }
        },
        end: () => clearInterval(tick),
    };
}
