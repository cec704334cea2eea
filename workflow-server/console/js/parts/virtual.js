// Long lists of rows of one height: only those in sight are there.
import { h } from "./dom.js";

/** Rows that are there above and below what is in sight. */
const MORE = 12;

/** Makes a list. `row` makes the element of a number; arrow keys go from row to row, wherever the list is scrolled to. */
export function virtualList({ label, height, row, columns, head = null, role = "table" }) {
    const body = h("div", { class: "rows", role: "rowgroup" });
    const scroller = h("div", { class: "scroller", tabindex: "0", role, "aria-label": label, "aria-colcount": columns }, head, body);
    let count = 0;
    let drawn = "";
    const draw = () => {
        const top = Math.max(0, Math.floor(scroller.scrollTop / height) - MORE);
        const seen = Math.ceil((scroller.clientHeight || 600) / height) + 2 * MORE;
        const end = Math.min(count, top + seen);
        if (drawn === `${top} ${end}`) {
            return;
        }
        drawn = `${top} ${end}`;
        const focused = body.contains(document.activeElement) ? document.activeElement.closest("[data-row]")?.dataset.row : undefined;
        const rows = [];
        for (let at = top; at < end; at += 1) {
            const made = row(at);
            made.dataset.row = at;
            made.setAttribute("aria-rowindex", at + 1);
            made.style.setProperty("top", `${at * height}px`);
            rows.push(made);
        }
        body.replaceChildren(...rows);
        if (focused !== undefined) {
            focusRow(Number(focused), false);
        }
    };
    const focusRow = (at, scroll = true) => {
        if (scroll) {
            reveal(at);
            draw();
        }
        body.querySelector(`[data-row="${at}"]`)?.querySelector("button, a")?.focus({ preventScroll: true });
    };
    const reveal = (at) => {
        const [top, shown] = [at * height, scroller.clientHeight - (head ? head.offsetHeight : 0)];
        if (top < scroller.scrollTop) {
            scroller.scrollTop = top;
        } else if (top + height > scroller.scrollTop + shown) {
            scroller.scrollTop = top + height - shown;
        }
    };
    scroller.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
    scroller.addEventListener("keydown", (event) => {
        const page = Math.floor(scroller.clientHeight / height);
        const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
        const step = steps[event.key];
        if (step === undefined || count === 0) {
            return;
        }
        event.preventDefault();
        const at = Number(event.target.closest("[data-row]")?.dataset.row ?? (step > 0 ? -1 : 0));
        focusRow(Math.min(Math.max(at + step, 0), count - 1));
    });
    const set = (number) => {
        count = number;
        drawn = "";
        body.style.setProperty("height", `${number * height}px`);
        scroller.setAttribute("aria-rowcount", number);
        draw();
    };
    new ResizeObserver(() => draw()).observe(scroller);
    return { element: scroller, body, set, reveal, draw: () => ((drawn = ""), draw()) };
}
