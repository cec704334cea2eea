// What the visits of a trace come to: by state, as parts of a timeline, and which one failed.

/** The statuses, the one that matters most first. */
export const RANKS = ["running", "failed", "timed-out", "aborted", "caught", "succeeded"];

/** Sums up the visits of each state: how often, and the status that matters most (of the last visit, if none runs). */
export function statesOf(trace) {
    const states = new Map();
    for (const visit of trace.visits) {
        const state = states.get(visit.name) ?? { visits: [], counts: {}, retries: 0 };
        state.visits.push(visit);
        state.counts[visit.status] = (state.counts[visit.status] ?? 0) + 1;
        state.retries += Math.max(0, visit.attempts.length - 1);
        states.set(visit.name, state);
    }
    for (const state of states.values()) {
        state.status = RANKS.find((it) => state.counts[it]);
    }
    return states;
}

/** Cuts a visit into the parts that a timeline shows. */
export function segmentsOf(visit, now) {
    const end = visit.to ?? now;
    if (visit.kind === "Wait") {
        return [{ kind: "wait", from: visit.from, to: end, status: visit.status }];
    }
    if (visit.attempts.length === 0) {
        return [{ kind: visit.children.length ? "around" : "step", from: visit.from, to: end, status: visit.status }];
    }
    const parts = [];
    visit.attempts.forEach((attempt, at) => {
        const to = attempt.to ?? end;
        const answered = attempt.submitted !== undefined && attempt.submitted <= to;
        parts.push({ kind: "attempt", number: at + 1, from: attempt.from, to: answered ? attempt.submitted : to, status: attempt.status, error: attempt.error });
        if (answered) {
            parts.push({ kind: "callback", number: at + 1, from: attempt.submitted, to, status: attempt.status, error: attempt.error });
        }
        const next = visit.attempts[at + 1];
        if (next || (attempt.status === "failed" && visit.status === "running")) {
            parts.push({ kind: "backoff", number: at + 1, from: to, to: next ? next.from : end, status: "running" });
        }
    });
    return parts;
}

/** The spans of time in which tasks ran: one span where several overlap. */
export function busySpans(trace, now) {
    const all = trace.visits.flatMap((visit) => (visit.attempts.length > 0 ? segmentsOf(visit, now) : [])).filter((part) => part.kind === "attempt");
    const spans = [];
    for (const { from, to } of all.sort((a, b) => a.from - b.from)) {
        const last = spans.at(-1);
        if (last && from <= last.to) {
            last.to = Math.max(last.to, to);
        } else {
            spans.push({ from, to });
        }
    }
    return spans;
}

/** The visit to look at first of an execution that failed: the one that failed last, or whose error a Fail state handed on. */
export function culpritOf(trace) {
    const ended = (it) => it.status === "failed" || it.status === "timed-out";
    const failed = trace.visits.filter((visit) => ended(visit) && !visit.children.some(ended));
    const last = failed.at(-1);
    const handed = (visit) => visit.attempts.at(-1)?.status === "failed" && visit.attempts.at(-1).error === trace.root.error;
    return last?.kind === "Fail" || !last ? (trace.visits.findLast(handed) ?? last) : last;
}
