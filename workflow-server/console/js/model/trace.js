// An execution's history as visits of states: which were tried, retried, waited, failed, and why.

const CALL = /^(Task|LambdaFunction|Activity)(Scheduled|Started|Submitted|Succeeded|Failed|TimedOut|SubmitFailed|StartFailed|ScheduleFailed)$/;
const STATE = /^([A-Z][a-z]+)State(Entered|Exited|Started|Succeeded|Failed|Aborted)$/;
const ITEM = /^MapIteration(Started|Succeeded|Failed|Aborted)$/;
const END = { ExecutionSucceeded: "succeeded", ExecutionFailed: "failed", ExecutionAborted: "aborted", ExecutionTimedOut: "timed-out" };

/** Returns the details of an event. */
export function detailsOf(event) {
    const name = Object.keys(event).find((key) => key.endsWith("EventDetails"));
    return name ? event[name] : {};
}

/** Makes the tree of visits of a history. */
export function readTrace(events) {
    const trace = new Trace();
    for (const event of events) {
        trace.take(event);
    }
    return trace;
}

class Trace {
    constructor() {
        this.root = node("execution", null, { name: "" });
        this.visits = [];
        this.times = [];
        this.transitions = 0;
        this.redrives = [];
        this.ways = new Map();
        this.owners = new Map();
        this.kinds = new Map();
        this.items = new Map();
        this.open = new Map();
    }

    take(event) {
        const details = detailsOf(event);
        const before = this.owners.get(event.previousEventId) ?? this.root;
        this.times.push(event.timestamp);
        this.kinds.set(event.id, event.type);
        const owner = this.owner(event, details, before) ?? before;
        this.owners.set(event.id, owner);
        owner.events.push(event.id);
    }

    /** Takes in an event, and returns the node that it belongs to. */
    owner(event, details, before) {
        const [, kind, what] = STATE.exec(event.type) ?? [];
        if (what === "Entered") {
            return this.enter(event, details, before, kind);
        }
        if (what === "Exited") {
            return this.leave(event, details, before);
        }
        if (what) {
            return this.pass(event, before, kind, what);
        }
        const [, item] = ITEM.exec(event.type) ?? [];
        if (item) {
            return this.item(event, details, before, item);
        }
        const [, , call] = CALL.exec(event.type) ?? [];
        if (call) {
            return this.call(event, details, before, call);
        }
        return this.other(event, details, before);
    }

    enter(event, details, before, kind) {
        const inside = /State(Started)$|^MapIterationStarted$/.test(this.kinds.get(event.previousEventId) ?? "");
        const parent = inside || before === this.root ? before : before.parent;
        if (!inside && before.type === "visit") {
            const way = JSON.stringify([before.name, details.name]);
            this.ways.set(way, (this.ways.get(way) ?? new Set()).add(before.status === "caught"));
        }
        const visit = node("visit", parent, { name: details.name, kind, from: event.timestamp, id: event.id });
        reopen(parent);
        this.visits.push(visit);
        this.transitions += 1;
        return visit;
    }

    leave(event, details, before) {
        let visit = before;
        while (visit.parent && !(visit.type === "visit" && visit.name === details.name)) {
            visit = visit.parent;
        }
        const caught = visit.attempts.at(-1)?.status === "failed" || visit.error !== undefined;
        Object.assign(visit, { status: caught ? "caught" : "succeeded", to: event.timestamp, exited: true });
        return visit;
    }

    /** Takes in a beginning or an end of what is within a Parallel or a Map. */
    pass(event, before, kind, what) {
        if (what === "Aborted") {
            return this.root;
        }
        let visit = before;
        while (visit.parent && !(visit.type === "visit" && visit.kind === kind && (what === "Started" || visit !== before || visit.children.length === 0))) {
            visit = visit.parent;
        }
        if (what === "Started") {
            const details = detailsOf(event);
            visit.starts += 1;
            visit.length = details.length ?? visit.length;
            this.transitions += visit.starts > 1 ? 1 : 0;
            reopen(visit);
        }
        if (what === "Failed") {
            visit.error ??= "";
            this.close(visit, before, event.timestamp, "failed", "aborted");
        }
        return visit;
    }

    item(event, details, before, what) {
        const named = `${details.name}/${details.index}`;
        if (what === "Started") {
            // One that waited for its turn follows what ended before it, in another item.
            const map = around(before, (it) => it.kind === "Map" && it.name === details.name) ?? before;
            const item = node("item", map, { name: details.name, index: details.index, from: event.timestamp, id: event.id });
            this.items.set(event.id, item);
            this.open.set(named, (this.open.get(named) ?? new Set()).add(item));
            reopen(map);
            return item;
        }
        // Items of Maps within a Map have the same names. What aborts one lies elsewhere.
        const own = (it) => it.type === "item" && it.name === details.name && it.index === details.index;
        const [first] = this.open.get(named) ?? [];
        const item = around(before, own) ?? first;
        if (!item) {
            return before;
        }
        this.open.get(named)?.delete(item);
        const status = { Succeeded: "succeeded", Failed: "failed", Aborted: "aborted" }[what];
        if (what !== "Succeeded") {
            this.close(item, before, event.timestamp, status, "aborted");
        }
        Object.assign(item, { status, to: event.timestamp, exited: what === "Succeeded" });
        return item;
    }

    /** Returns the item that began with the event of this number. */
    itemOf(id) {
        return this.items.get(Number(id));
    }

    call(event, details, before, what) {
        const visit = before.type === "visit" ? before : before.parent ?? before;
        if (what === "Scheduled") {
            reopen(visit);
            this.transitions += visit.attempts.length > 0 ? 1 : 0;
            const of = details.resource ? [details.resourceType, details.resource].filter(Boolean).join(":") : "";
            visit.attempts.push({ id: event.id, from: event.timestamp, status: "running", resource: of });
            return visit;
        }
        const attempt = visit.attempts.at(-1);
        if (!attempt) {
            return visit;
        }
        if (what === "Started" || what === "Submitted") {
            attempt[what.toLowerCase()] = event.timestamp;
            return visit;
        }
        Object.assign(attempt, { status: what === "Succeeded" ? "succeeded" : "failed", to: event.timestamp, last: event.id });
        if (what !== "Succeeded") {
            attempt.error = details.error ?? (what === "TimedOut" ? "States.Timeout" : "");
            attempt.cause = details.cause;
        }
        return visit;
    }

    other(event, details, before) {
        if (event.type === "ExecutionStarted") {
            this.root.from = event.timestamp;
            return this.root;
        }
        const end = END[event.type];
        if (end) {
            const others = end === "failed" ? "aborted" : end;
            this.close(this.root, end === "succeeded" ? null : before, event.timestamp, end, others);
            Object.assign(this.root, { status: end, to: event.timestamp, error: details.error, cause: details.cause });
            return this.root;
        }
        if (event.type === "ExecutionRedriven") {
            this.redrives.push(event.timestamp);
            Object.assign(this.root, { status: "running", to: undefined, error: undefined, cause: undefined });
            return this.root;
        }
        if (event.type === "EvaluationFailed") {
            const visit = this.visits.findLast((it) => it.name === details.state && it.to === undefined) ?? before;
            Object.assign(visit, { error: details.error, cause: details.cause });
            return visit;
        }
        if (event.type === "MapRunStarted") {
            before.mapRun = details.mapRunArn;
        }
        return before;
    }

    /** Ends all that is open within a node: what lies on the way from `cause` has another status than the rest. */
    close(node, cause, time, status, others) {
        const way = new Set();
        for (let at = cause; at && at !== node; at = at.parent) {
            way.add(at);
        }
        const end = (at) => {
            for (const child of at.children) {
                if (child.to === undefined) {
                    const attempt = child.attempts.at(-1);
                    // What failed before all around it was tried again did not wait for the end.
                    const before = attempt?.status === "failed" && !way.has(child);
                    Object.assign(child, before ? { status: "failed", to: attempt.to } : { status: way.has(child) ? status : others, to: time });
                    if (attempt && attempt.to === undefined) {
                        Object.assign(attempt, { status: "aborted", to: time });
                    }
                    end(child);
                }
            }
        };
        end(node);
    }
}

/** The node itself, or the innermost one around it, of which this is true. */
function around(node, test) {
    let at = node;
    while (at && !test(at)) {
        at = at.parent;
    }
    return at;
}

function node(type, parent, more) {
    const made = { type, parent, status: "running", children: [], attempts: [], events: [], starts: 0, exited: false, ...more };
    parent?.children.push(made);
    return made;
}

/** Something happens in a node that seemed to have ended: it was redriven. */
function reopen(node) {
    for (let at = node; at && at.type !== "execution"; at = at.parent) {
        if (!at.exited && at.to !== undefined) {
            Object.assign(at, { status: "running", to: undefined, error: undefined, cause: undefined });
        }
    }
}
