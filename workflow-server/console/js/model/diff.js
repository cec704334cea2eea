// Differences between two JSON values, and between two sequences.

import { isKept } from "./exact.js";

/** The most differences that are told. */
const MOST = 500;

/** Lists the differences of two values by their paths: `{ path, left, right }`, where absent is `undefined`. */
export function differences(left, right, path = "$", found = []) {
    if (found.length >= MOST || same(left, right)) {
        return found;
    }
    if (isPlain(left) && isPlain(right)) {
        for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
            const own = (value) => (Object.hasOwn(value, key) ? value[key] : undefined);
            differences(own(left), own(right), `${path}${step(key)}`, found);
        }
    } else if (Array.isArray(left) && Array.isArray(right)) {
        for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
            differences(left[at], right[at], `${path}[${at}]`, found);
        }
    } else {
        found.push({ path, left, right });
    }
    return found;
}

function isPlain(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isKept(value);
}

function step(key) {
    return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function same(left, right) {
    return left === right || (typeof left === typeof right && JSON.stringify(left) === JSON.stringify(right));
}

/** Puts two sequences side by side: pairs of items with the same key, in order; `null` where one has none. */
export function align(left, right, key) {
    const [a, b] = [left.map(key), right.map(key)];
    const lengths = table(a, b);
    const pairs = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            pairs.push([left[i++], right[j++]]);
        } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
            pairs.push([left[i++], null]);
        } else {
            pairs.push([null, right[j++]]);
        }
    }
    return pairs;
}

/** The lengths of the longest common sequences of all ends. */
function table(a, b) {
    const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
        for (let j = b.length - 1; j >= 0; j -= 1) {
            lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}
