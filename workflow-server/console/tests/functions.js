// The functions of the machines in seed.js, behind HTTP as Lambda's Runtime Interface Emulator has them.
// `node functions.js 9000` serves them; `node functions.js 9000 file` writes the file for `--functions`.
import { createServer } from "node:http";

const NAMES = ["score", "charge", "reserve", "send", "rows", "publish", "mail", "ask"];

const fail = (errorType, errorMessage) => ({ errorType, errorMessage });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const asked = new Map();

/** True at the first `times` calls with this key. */
function first(key, times) {
    asked.set(key, (asked.get(key) ?? 0) + 1);
    return asked.get(key) <= times;
}

function charge({ card, orderId, total }) {
    switch (card) {
        case "declined":
            return fail("Card.Declined", `The bank declined the card of order ${orderId}: insufficient funds.`);
        case "expired":
            return fail("Card.Expired", "The card expired in 09/26.");
        case "down":
            return fail("Bank.Unreachable", "connect ECONNREFUSED 203.0.113.7:443");
        default:
            return card === "throttled" && first(orderId, 2) ? fail("Throttled", "Slow down: 2 requests a second.") : { receipt: `r-${orderId}`, amount: total };
    }
}

function answer(name, input) {
    switch (name) {
        case "charge":
            return charge(input);
        case "reserve":
            return { sku: input.sku, left: input.sku === "desk" ? -1 : 4 };
        case "rows":
            return input.broken ? fail("Db.Gone", "The database closed the connection while 12,000 rows were read.") : input;
        case "publish":
            return fail("Throttled", "The quota of the day is used up.");
        default:
            return { ...input, [name]: "done" };
    }
}

/** Serves the functions on a port; each takes a moment. */
export function serveFunctions(port) {
    const server = createServer(async (request, response) => {
        let body = "";
        for await (const part of request) {
            body += part;
        }
        const name = request.url.split("/").at(-2) ?? "";
        await pause({ charge: 420, reserve: 260, send: 340, rows: 700 }[name] ?? 150);
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify(answer(name, JSON.parse(body))));
    });
    return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
    const port = Number(process.argv[2] ?? 9000);
    if (process.argv[3] === "file") {
        console.log(JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, { url: `http://127.0.0.1:${port}/functions/${name}/invocations` }]))));
    } else {
        await serveFunctions(port);
    }
}
