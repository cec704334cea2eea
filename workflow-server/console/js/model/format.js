// Times, durations and numbers as texts.

/** Writes a duration of seconds: two units at most. */
export function duration(seconds) {
    if (!Number.isFinite(seconds)) {
        return "–";
    }
    if (seconds < 0.9995) {
        return `${Math.max(0, Math.round(seconds * 1000))} ms`;
    }
    if (seconds < 59.95) {
        return `${seconds.toFixed(seconds < 9.995 ? 2 : 1)} s`;
    }
    const whole = Math.round(seconds);
    const units = [["d", 86400], ["h", 3600], ["min", 60], ["s", 1]];
    const first = units.findIndex(([, size]) => whole >= size);
    const [unit, size] = units[first];
    const [next, nextSize] = units[first + 1] ?? ["", 0];
    const rest = nextSize ? Math.floor((whole % size) / nextSize) : 0;
    return `${Math.floor(whole / size)} ${unit}${rest ? ` ${rest} ${next}` : ""}`;
}

/** Writes how long ago a time was. */
export function ago(seconds, now) {
    const passed = now - seconds;
    if (passed < 5) {
        return "just now";
    }
    const units = [["d", 86400], ["h", 3600], ["min", 60], ["s", 1]];
    const [unit, size] = units.find(([, length]) => passed >= length);
    return passed > 30 * 86400 ? localDate(seconds) : `${Math.floor(passed / size)} ${unit} ago`;
}

const two = (number) => String(number).padStart(2, "0");

function localDate(seconds) {
    const date = new Date(seconds * 1000);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Writes a time of this place: the day only where it is another one than today. */
export function localTime(seconds, now, fine = false) {
    const date = new Date(seconds * 1000);
    const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
    const text = fine ? `${time}.${String(date.getMilliseconds()).padStart(3, "0")}` : time;
    return localDate(seconds) === localDate(now) ? text : `${localDate(seconds)} ${text}`;
}

/** Writes a time in UTC. */
export function utcTime(seconds) {
    return new Date(seconds * 1000).toISOString().replace("T", " ").replace("Z", " UTC");
}

/** Writes a whole number with its thousands apart. */
export function count(number) {
    return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Writes a number with its noun. */
export function counted(number, noun, many = `${noun}s`) {
    return `${count(number)} ${number === 1 ? noun : many}`;
}

/** Dollars for a million transitions of STANDARD executions (AWS's pricing page, US East). */
const DOLLARS_A_MILLION = 25;

/** Dollars for a million EXPRESS executions, and for a second of the least memory, 64 MB (the same page). */
const DOLLARS_A_MILLION_REQUESTS = 1;
const DOLLARS_A_SECOND = 0.00001667 / 16;

/** Writes the price of transitions. */
export function dollars(transitions) {
    return written((transitions * DOLLARS_A_MILLION) / 1e6);
}

/** Writes the least price of an EXPRESS execution: of its start, and of each 100 ms begun. */
export function expressDollars(seconds) {
    return written(DOLLARS_A_MILLION_REQUESTS / 1e6 + (Math.ceil(Math.max(seconds, 0.001) * 10) / 10) * DOLLARS_A_SECOND);
}

function written(price) {
    return `$${price >= 1 ? price.toFixed(2) : price.toFixed(6).replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}
