// JSON whose numbers stay as they are written: those of JavaScript end at 53 bits.

/** Reads a text as JSON; `undefined` if it is none. Integers that would become others are kept as they are written. */
export function exactly(text) {
    try {
        return JSON.parse(text, kept);
    } catch {
        return undefined;
    }
}

function kept(_, value, context) {
    // Browsers before 2025 have neither: there such an integer is the nearest number.
    const source = typeof value === "number" && !Number.isSafeInteger(value) && JSON.rawJSON ? context?.source : undefined;
    return source && /^-?\d+$/.test(source) ? JSON.rawJSON(source) : value;
}

/** True of an integer that is kept as it is written. */
export function isKept(value) {
    return JSON.isRawJSON?.(value) === true;
}

const TOKEN = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Lays out JSON in lines, its numbers, keys and their order as they are written; other texts stay as they are. */
export function laidOut(text) {
    if (exactly(text) === undefined) {
        return text;
    }
    let [depth, before] = [0, ""];
    const line = () => `\n${"  ".repeat(depth)}`;
    const pieces = [];
    for (const [token] of text.matchAll(TOKEN)) {
        const closes = token === "}" || token === "]";
        depth -= closes ? 1 : 0;
        const opened = before === "{" || before === "[";
        const breaks = closes ? !opened : opened || before === ",";
        const space = before === ":" ? " " : "";
        pieces.push(breaks ? line() : space, token[0] === '"' ? JSON.stringify(JSON.parse(token)) : token);
        depth += token === "{" || token === "[" ? 1 : 0;
        before = token;
    }
    return pieces.join("");
}
