// The texts of a timeline's axis: where there is room for them, and none over another.
import { duration } from "./format.js";
import { ticks } from "./fold.js";

/** Pixels between two texts. */
const GAP = 8;
/** Pixels of a character, at the most. */
const CHARACTER = 6.6;
/** Pixels of the axis for each tick. */
const APART = 80;

/** Chooses the texts of an axis of a width: `{ kind, text, left, title }`, `left` in pixels. Folds come before ticks. */
export function axisTexts(scale, width) {
    const placed = [];
    const put = (kind, text, middle, title) => {
        const wide = text.length * CHARACTER;
        const left = Math.min(Math.max(middle - wide / 2, 0), Math.max(width - wide, 0));
        const free = wide <= width && placed.every((it) => left >= it.left + it.wide + GAP || left + wide + GAP <= it.left);
        if (free) {
            placed.push({ kind, text, left, wide, title });
        }
        return free;
    };
    put("tick", "0", 0);
    const longest = [...scale.folds].sort((a, b) => b.length - a.length);
    for (const gap of longest) {
        const said = duration(gap.length);
        const middle = ((scale.at(gap.from) + scale.at(gap.to)) / 2) * width;
        put("fold", `⟩ ${said} ⟨`, middle, `${said} in which nothing happened`);
    }
    const found = ticks(scale, Math.max(1, width / APART)).filter((it) => it.after > 0);
    const step = found.reduce((least, it, at) => Math.min(least, at === 0 ? it.after : it.after - found[at - 1].after), Infinity);
    found.forEach((it) => put("tick", elapsed(it.after, step, scale.to - scale.from), it.place * width));
    return placed.sort((a, b) => a.left - b.left);
}

/** Writes a time after the start as finely as its neighbours are apart: after an hour two seconds are not the same. */
export function elapsed(seconds, step, all) {
    if (all < 60) {
        return duration(seconds);
    }
    const digits = step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
    const whole = Number(seconds.toFixed(digits));
    const [days, hours, minutes] = [Math.floor(whole / 86400), Math.floor((whole % 86400) / 3600), Math.floor((whole % 3600) / 60)];
    const rest = (whole % 60).toFixed(digits).padStart(digits > 0 ? 3 + digits : 2, "0");
    const clock = all >= 3600 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
    return days > 0 ? `${days} d ${clock}` : clock;
}
