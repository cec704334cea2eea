// The functions of the machines in seed.js: by name, and by what the input asks for.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const name = process.argv[2];
const input = JSON.parse(readFileSync(0, "utf8"));

function fail(errorType, errorMessage) {
    console.log(JSON.stringify({ errorType, errorMessage }));
    process.exit(1);
}

/** True at the first `times` calls with this key. */
function first(key, times) {
    const file = join(tmpdir(), `workflow-console-${process.ppid}-${key}`);
    let count = 0;
    try {
        count = Number(readFileSync(file, "utf8"));
    } catch {
        // It is the first call.
    }
    writeFileSync(file, String(count + 1));
    return count < times;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

await pause(60 + Math.random() * 200);
if (name === "charge") {
    if (input.card === "declined") fail("Card.Declined", `The bank declined the card of order ${input.orderId}: insufficient funds.`);
    if (input.card === "expired") fail("Card.Expired", "The card expired in 09/26.");
    if (input.card === "down") fail("Bank.Unreachable", "connect ECONNREFUSED 203.0.113.7:443");
    if (input.card === "throttled" && first(input.orderId, 2)) fail("Throttled", "Slow down: 2 requests a second.");
    console.log(JSON.stringify({ receipt: `r-${input.orderId}`, amount: input.total }));
} else if (name === "reserve") {
    console.log(JSON.stringify({ sku: input.sku, left: input.sku === "desk" ? -1 : 4 }));
} else if (name === "rows") {
    if (input.broken) fail("Db.Gone", "The database closed the connection while 12,000 rows were read.");
    console.log(JSON.stringify(input));
} else if (name === "publish") {
    fail("Throttled", "The quota of the day is used up.");
} else {
    console.log(JSON.stringify({ ...input, [name]: "done" }));
}
