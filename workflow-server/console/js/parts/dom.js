// Elements, made from data: text is always text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. `on…` are listeners, `style` is an object, `data` a dataset; `null` and `false` leave a property out. */
export function h(tag, props = {}, ...children) {
    return filled(document.createElement(tag), props, children);
}

/** Makes an element of SVG. */
export function svg(tag, props = {}, ...children) {
    return filled(document.createElementNS(SVG, tag), props, children);
}

function filled(element, props, children) {
    for (const [name, value] of Object.entries(props ?? {})) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (name.startsWith("on")) {
            element.addEventListener(name.slice(2), value);
        } else if (name === "style") {
            Object.entries(value).forEach(([key, it]) => element.style.setProperty(key, String(it)));
        } else if (name === "data") {
            Object.entries(value).forEach(([key, it]) => (element.dataset[key] = String(it)));
        } else {
            element.setAttribute(name, value === true ? "" : String(value));
        }
    }
    element.append(...children.flat(Infinity).filter((it) => it !== null && it !== undefined && it !== false));
    return element;
}

/** Puts children in place of those that are there. */
export function fill(parent, ...children) {
    const wanted = children.flat(Infinity).filter((it) => it !== null && it !== undefined && it !== false);
    // What is there already stays, with its focus.
    if (wanted.length !== parent.childNodes.length || wanted.some((child, at) => parent.childNodes[at] !== child)) {
        parent.replaceChildren(...wanted);
    }
    return parent;
}

/** Keeps the children of an element in step with items: what has not changed stays as it is, with its focus. */
export function keep(parent, items, keyOf, make) {
    const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
    const focused = parent.contains(document.activeElement) ? document.activeElement : null;
    const [focusedKey, focusedPart] = [focused?.closest("[data-key]")?.dataset.key, focused?.dataset.part];
    const children = items.map((item) => {
        const [key, state] = [keyOf(item), JSON.stringify(item)];
        const known = old.get(key);
        if (known?.keptState === state) {
            return known;
        }
        const made = make(item);
        made.dataset.key = key;
        made.keptState = state;
        return made;
    });
    if (children.length !== parent.children.length || children.some((child, at) => parent.children[at] !== child)) {
        parent.replaceChildren(...children);
        const again = children.find((child) => child.dataset.key === focusedKey && focusedKey !== undefined);
        if (again && !again.contains(document.activeElement)) {
            (again.querySelector(`[data-part="${CSS.escape(focusedPart ?? "")}"]`) ?? again.querySelector("a, button, input"))?.focus();
        }
    }
    return parent;
}

/** Moves the focus between the elements of a list by the arrow keys, Home and End. */
export function arrows(parent, selector) {
    parent.addEventListener("keydown", (event) => {
        const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
        const move = steps[event.key];
        if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox") {
            return;
        }
        const all = [...parent.querySelectorAll(selector)];
        const at = all.findIndex((it) => it === event.target || it.closest("[data-key]")?.contains(event.target));
        const to = Math.min(Math.max((at < 0 ? 0 : at) + move, 0), all.length - 1);
        if (all[to]) {
            event.preventDefault();
            all[to].focus();
        }
    });
    return parent;
}

const ICONS = {
    play: "M6 4.5v11l9-5.5z",
    stop: "M5.5 5.5h9v9h-9z",
    redo: "M15 5v4h-4M14.6 9A5.5 5.5 0 1 0 15.2 12",
    copy: "M7.5 7.5v-3h8v8h-3M4.5 7.5h8v8h-8z",
    edit: "M4.5 15.5l.8-3 7.8-7.8 2.2 2.2-7.8 7.8zM11.5 6.3l2.2 2.2",
    compare: "M7 4.5v11M13 4.5v11M4 8h3M13 12h3",
    reply: "M8 4.5L3.5 9 8 13.5M3.5 9h7.5a5.5 5.5 0 0 1 5.5 5.5v1",
    close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
    leave: "M8.5 4.5h-4v11h4M9 10h7M13 7l3 3-3 3",
    sun: "M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7l1.3 1.3M14 14l1.3 1.3M4.7 15.3L6 14M14 6l1.3-1.3",
    moon: "M15.5 11.8A6 6 0 0 1 8.2 4.5a6 6 0 1 0 7.3 7.3z",
    plus: "M10 5v10M5 10h10",
    minus: "M5 10h10",
    fit: "M4.5 8V4.5H8M12 4.5h3.5V8M15.5 12v3.5H12M8 15.5H4.5V12",
    right: "M8 5l5 5-5 5",
    down: "M5 8l5 5 5-5",
};

/** Draws an icon, which says nothing by itself. */
export function icon(name) {
    const full = name === "play" || name === "stop";
    return svg("svg", { viewBox: "0 0 20 20", class: `icon${full ? " full" : ""}`, "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

/** Makes a button with an icon. */
export function button(text, name, onclick, more = {}) {
    return h("button", { type: "button", class: "button", onclick, ...more }, name ? icon(name) : null, text ? h("span", {}, text) : null);
}
