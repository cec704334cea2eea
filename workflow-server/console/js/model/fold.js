// The scale of a timeline: idle time is folded, so that what happened has room.

/** The least seconds that are worth folding. */
const LEAST = 2;
/** A gap is folded where it is longer than so much of all that is not. */
const SHARE = 0.35;
/** The same of a gap in which a task ran. */
const BUSY = { least: 60, share: 0.9 };
/** The room of a folded gap, as a part of what is not folded. */
const ROOM = 0.05;

/** Finds the gaps between times in which nothing happened for long. `busy` are the spans in which tasks ran. */
export function idleGaps(times, busy = []) {
    const sorted = [...new Set(times)].sort((a, b) => a - b);
    const gaps = [];
    for (let at = 1; at < sorted.length; at += 1) {
        gaps.push({ from: sorted[at - 1], to: sorted[at], length: sorted[at] - sorted[at - 1] });
    }
    const longest = gaps.filter((gap) => gap.length >= LEAST).sort((a, b) => b.length - a.length);
    let left = gaps.reduce((sum, gap) => sum + gap.length, 0);
    const folded = [];
    for (const gap of longest) {
        const ran = busy.some((span) => span.from < gap.to && span.to > gap.from);
        const { least, share } = ran ? BUSY : { least: LEAST, share: SHARE };
        if (gap.length < least || gap.length <= share * left || left - gap.length <= 0) {
            continue;
        }
        folded.push(gap);
        left -= gap.length;
    }
    return folded.sort((a, b) => a.from - b.from);
}

/** Makes a scale: `at` leads from a time to a place from 0 to 1, `folds` are the folded gaps. */
export function timeScale(from, to, folds = []) {
    const folded = folds.reduce((sum, gap) => sum + gap.length, 0);
    const shown = Math.max(to - from - folded, 1e-6);
    const room = shown * ROOM;
    const all = shown + room * folds.length;
    const at = (time) => {
        let place = Math.min(Math.max(time, from), to) - from;
        for (const gap of folds) {
            if (time >= gap.to) {
                place += room - gap.length;
            } else if (time > gap.from) {
                place += ((time - gap.from) / gap.length) * room - (time - gap.from);
            }
        }
        return place / all;
    };
    return { at, folds, shown, all, from, to };
}

/** Chooses round times for the axis: about `most` of them, none within a fold. */
export function ticks(scale, most) {
    const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800];
    const wanted = scale.shown / Math.max(most, 1);
    const step = steps.find((it) => it >= wanted) ?? Math.ceil(wanted / 3600) * 3600;
    const found = [];
    const within = (time) => scale.folds.find((gap) => time > gap.from && time < gap.to);
    for (let number = 0; found.length < most * 4; number += 1) {
        let time = scale.from + number * step;
        const gap = within(time);
        if (gap) {
            number = Math.ceil((gap.to - scale.from) / step);
            time = scale.from + number * step;
        }
        if (time > scale.to) {
            break;
        }
        found.push({ time, place: scale.at(time), after: number * step });
    }
    return found;
}
