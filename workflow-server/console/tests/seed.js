// Machines and executions for the tests, and for looking at the console by hand: `node seed.js http://localhost:8083`.
// functions.js has what their tasks call.

const ROLE = "arn:aws:iam::123456789012:role/console";

/** Calls an operation of the API. */
export async function call(url, operation, params) {
    const response = await fetch(url, {
        method: "POST",
        headers: { "X-Amz-Target": `AWSStepFunctions.${operation}`, "Content-Type": "application/x-amz-json-1.0" },
        body: JSON.stringify(params),
    });
    const body = await response.json();
    if (!response.ok) {
        throw new Error(`${operation}: ${body.__type}: ${body.message}`);
    }
    return body;
}

const task = (name, more) => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: name, Payload: "{% $states.input %}" },
    Output: "{% $states.result.Payload %}",
    ...more,
});

const RETRY = [{ ErrorEquals: ["Throttled"], IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 1.5 }];

/** An order: a choice, parallel branches, a map, retries, a catcher. */
const fulfilment = {
    Comment: "Takes an order from the basket to the parcel.",
    QueryLanguage: "JSONata",
    StartAt: "Check order",
    States: {
        "Check order": {
            Type: "Pass",
            Assign: { orderId: "{% $states.input.orderId %}", total: "{% $states.input.total %}" },
            Next: "Large order?",
        },
        "Large order?": {
            Type: "Choice",
            Choices: [{ Condition: "{% $total > 1000 %}", Next: "Score risk" }],
            Default: "Prepare",
        },
        "Score risk": task("score", { Retry: RETRY, Next: "Prepare" }),
        Prepare: {
            Type: "Parallel",
            Branches: [
                {
                    StartAt: "Charge card",
                    States: {
                        "Charge card": task("charge", {
                            Retry: RETRY,
                            Catch: [{ ErrorEquals: ["Card.Expired"], Next: "Ask for card", Output: "{% $states.input %}" }],
                            Next: "Book payment",
                        }),
                        "Ask for card": { Type: "Pass", End: true },
                        "Book payment": { Type: "Pass", End: true },
                    },
                },
                {
                    StartAt: "Reserve items",
                    States: {
                        "Reserve items": {
                            Type: "Map",
                            Items: "{% $states.input.items %}",
                            MaxConcurrency: 3,
                            ItemProcessor: {
                                ProcessorConfig: { Mode: "INLINE" },
                                StartAt: "Reserve",
                                States: {
                                    Reserve: task("reserve", { Retry: RETRY, Next: "In stock?" }),
                                    "In stock?": {
                                        Type: "Choice",
                                        Choices: [{ Condition: "{% $states.input.left >= 0 %}", Next: "Reserved" }],
                                        Default: "Order more",
                                    },
                                    Reserved: { Type: "Pass", End: true },
                                    "Order more": { Type: "Pass", End: true },
                                },
                            },
                            End: true,
                        },
                    },
                },
            ],
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "Cancel order", Assign: { why: "{% $states.errorOutput %}" } }],
            Output: "{% $states.input %}",
            Next: "Wait for courier",
        },
        "Wait for courier": { Type: "Wait", Seconds: 3, Next: "Send parcel" },
        "Send parcel": task("send", { End: true }),
        "Cancel order": {
            Type: "Fail",
            Error: "{% $why.Error %}",
            Cause: "{% $why.Cause %}",
        },
    },
};

/** A report that fails in several ways. */
const report = {
    QueryLanguage: "JSONata",
    StartAt: "Load rows",
    States: {
        "Load rows": task("rows", { Next: "Summarize" }),
        Summarize: {
            Type: "Pass",
            Output: "{% {'sum': $sum($states.input.rows), 'for': $states.input.for} %}",
            Next: "Publish",
        },
        Publish: task("publish", { Retry: RETRY, End: true }),
    },
};

/** A task that somebody answers, and one that a worker takes. */
const approval = {
    QueryLanguage: "JSONata",
    StartAt: "Ask manager",
    States: {
        "Ask manager": {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
            Arguments: {
                FunctionName: "ask",
                Payload: { question: "{% $states.input.question %}", token: "{% $states.context.Task.Token %}" },
            },
            TimeoutSeconds: 86400,
            Next: "Approved?",
        },
        "Approved?": {
            Type: "Choice",
            Choices: [{ Condition: "{% $states.input.approved %}", Next: "Book" }],
            Default: "Declined",
        },
        Book: { Type: "Task", Resource: "arn:aws:states:us-east-1:123456789012:activity:book", End: true },
        Declined: { Type: "Fail", Error: "Declined", Cause: "The manager said no." },
    },
};

/** A wait of which nothing is to be seen for long. */
const reminder = {
    QueryLanguage: "JSONata",
    StartAt: "First mail",
    States: {
        "First mail": task("mail", { Next: "A week" }),
        "A week": { Type: "Wait", Seconds: 604800, Next: "Second mail" },
        "Second mail": task("mail", { End: true }),
    },
};

/** Names and causes that are markup. */
const hostile = {
    QueryLanguage: "JSONata",
    StartAt: "<script>alert(1)</script>",
    States: {
        "<script>alert(1)</script>": { Type: "Pass", Next: "\"><img src=x onerror=alert(2)>" },
        "\"><img src=x onerror=alert(2)>": {
            Type: "Fail",
            Error: "<b>Bold</b>",
            Cause: "<script>window.hacked = true</script><img src=x onerror=\"window.hacked = true\">",
        },
    },
};

/** A map with many items. */
const many = {
    QueryLanguage: "JSONata",
    StartAt: "Squares",
    States: {
        Squares: {
            Type: "Map",
            Items: "{% [1..$states.input.count] %}",
            ItemProcessor: {
                ProcessorConfig: { Mode: "INLINE" },
                StartAt: "Square",
                States: { Square: { Type: "Pass", Output: "{% $states.input * $states.input %}", End: true } },
            },
            End: true,
        },
    },
};

export const MACHINES = { fulfilment, report, approval, reminder, hostile, many };

const order = (orderId, more) => ({
    orderId,
    total: 120,
    customer: { name: "Ada Lovelace", email: "ada@example.com" },
    items: [
        { sku: "mug", count: 2 },
        { sku: "lamp", count: 1 },
        { sku: "desk", count: 1 },
    ],
    ...more,
});

const STARTS = [
    ["fulfilment", "order-1001", order("1001")],
    ["fulfilment", "order-1002", order("1002", { total: 2400 })],
    ["fulfilment", "order-1003", order("1003", { card: "declined" })],
    ["fulfilment", "order-1004", order("1004", { card: "expired" })],
    ["fulfilment", "order-1005", order("1005", { card: "throttled" })],
    ["fulfilment", "order-1006", order("1006", { card: "declined" })],
    ["fulfilment", "order-1007", order("1007", { card: "down" })],
    ["report", "2026-11-27", { for: "north", rows: [1, 2, 3] }],
    ["report", "2026-11-28", { for: "south", rows: [1, "two", 3] }],
    ["report", "2026-11-29", { for: "west", broken: true }],
    ["report", "2026-11-30", { for: "east", rows: [5], quota: true }],
    ["approval", "trip-to-berlin", { question: "May I go to Berlin?" }],
    ["approval", "trip-to-rome", { question: "May I go to Rome?" }],
    ["reminder", "ada", { to: "ada@example.com" }],
    ["hostile", "markup", {}],
    ["many", "squares-of-400", { count: 400 }],
];

/** Makes the machines, and starts executions of them. Returns the ARNs of machines and executions by name. */
export async function seed(url) {
    await call(url, "CreateActivity", { name: "book" });
    const machines = {};
    for (const [name, definition] of Object.entries(MACHINES)) {
        const made = { name, definition: JSON.stringify(definition), roleArn: ROLE };
        machines[name] = (await call(url, "CreateStateMachine", made)).stateMachineArn;
    }
    await call(url, "PublishStateMachineVersion", { stateMachineArn: machines.fulfilment });
    const routing = [{ stateMachineVersionArn: `${machines.fulfilment}:1`, weight: 100 }];
    await call(url, "CreateStateMachineAlias", { name: "live", routingConfiguration: routing });
    const executions = {};
    for (const [machine, name, input] of STARTS) {
        const start = { stateMachineArn: machines[machine], name, input: JSON.stringify(input) };
        executions[name] = (await call(url, "StartExecution", start)).executionArn;
    }
    const stopped = { executionArn: executions["trip-to-rome"], error: "Plans.Changed", cause: "No trip this year." };
    await call(url, "StopExecution", stopped);
    return { machines, executions };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
    console.log(await seed(process.argv[2] ?? "http://localhost:8083"));
}
