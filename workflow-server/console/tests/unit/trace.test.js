import assert from "node:assert/strict";
import { test } from "node:test";
import { readTrace } from "../../js/model/trace.js";
import { busySpans, culpritOf, segmentsOf, statesOf } from "../../js/model/visits.js";

/** Makes events: the type, the event before, and the details. */
function events(...all) {
    return all.map(([type, previousEventId, details], at) => {
        const event = { id: at + 1, previousEventId, type, timestamp: at };
        if (details) {
            event[/StateEntered$/.test(type) ? "stateEnteredEventDetails" : /StateExited$/.test(type) ? "stateExitedEventDetails" : `${type[0].toLowerCase()}${type.slice(1)}EventDetails`] = details;
        }
        return event;
    });
}

const shape = (node) => node.children.map((it) => [it.name || it.index, it.status, ...shape(it)]);

test("retries are attempts with pauses between them", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["TaskStateEntered", 0, { name: "A" }],
        ["TaskScheduled", 2, { resourceType: "lambda", resource: "invoke" }], ["TaskStarted", 3],
        ["TaskFailed", 4, { error: "E", cause: "c" }],
        ["TaskScheduled", 5, { resourceType: "lambda", resource: "invoke" }], ["TaskSucceeded", 6],
        ["TaskStateExited", 7, { name: "A" }],
        ["ExecutionSucceeded", 8],
    ));
    const [visit] = trace.visits;
    assert.equal(visit.status, "succeeded");
    assert.deepEqual(segmentsOf(visit, 99).map(({ kind, status, from, to }) => [kind, status, from, to]), [
        ["attempt", "failed", 2, 4], ["backoff", "running", 4, 5], ["attempt", "succeeded", 5, 6],
    ]);
    assert.equal(trace.transitions, 2);
    assert.equal(trace.root.status, "succeeded");
    assert.deepEqual(busySpans(trace, 99), [{ from: 2, to: 4 }, { from: 5, to: 6 }]);
    assert.equal(statesOf(trace).get("A").retries, 1);
});

test("what fails a Parallel has failed, and the rest of it is aborted", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["ParallelStateEntered", 0, { name: "P" }], ["ParallelStateStarted", 2],
        ["TaskStateEntered", 3, { name: "A" }], ["WaitStateEntered", 3, { name: "B" }],
        ["TaskScheduled", 4, { resource: "x" }], ["TaskFailed", 6, { error: "E" }],
        ["WaitStateAborted", 7], ["ParallelStateFailed", 7],
        ["ParallelStateExited", 9, { name: "P" }],
        ["PassStateEntered", 10, { name: "C" }], ["PassStateExited", 11, { name: "C" }],
        ["ExecutionSucceeded", 12],
    ));
    assert.deepEqual(shape(trace.root), [["P", "caught", ["A", "failed"], ["B", "aborted"]], ["C", "succeeded"]]);
});

test("items of a Map are between the Map and its states", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["MapStateEntered", 0, { name: "M" }], ["MapStateStarted", 2, { length: 2 }],
        ["MapIterationStarted", 3, { name: "M", index: 0 }], ["MapIterationStarted", 3, { name: "M", index: 1 }],
        ["PassStateEntered", 4, { name: "A" }], ["PassStateExited", 6, { name: "A" }],
        ["MapIterationSucceeded", 7, { name: "M", index: 0 }],
        ["PassStateEntered", 5, { name: "A" }], ["PassStateExited", 9, { name: "A" }],
        ["PassStateEntered", 10, { name: "B" }], ["PassStateExited", 11, { name: "B" }],
        ["MapIterationSucceeded", 12, { name: "M", index: 1 }],
        ["MapStateSucceeded", 8], ["MapStateExited", 14, { name: "M" }],
        ["ExecutionSucceeded", 15],
    ));
    const items = trace.visits[0].children;
    assert.equal(trace.visits[0].length, 2);
    assert.deepEqual(items.map((it) => [it.index, it.status, it.children.map((child) => child.name)]), [[0, "succeeded", ["A"]], [1, "succeeded", ["A", "B"]]]);
    assert.equal(trace.visits[0].status, "succeeded");
});

test("items of Maps within a Map, and of a Map that is entered again, end apart", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["MapStateEntered", 0, { name: "Rows" }], ["MapStateStarted", 2, { length: 2 }],
        ["MapIterationStarted", 3, { name: "Rows", index: 0 }], ["MapIterationStarted", 3, { name: "Rows", index: 1 }],
        ["MapStateEntered", 4, { name: "Cells" }], ["MapStateStarted", 6, { length: 1 }],
        ["MapStateEntered", 5, { name: "Cells" }], ["MapStateStarted", 8, { length: 1 }],
        ["MapIterationStarted", 7, { name: "Cells", index: 0 }], ["MapIterationStarted", 9, { name: "Cells", index: 0 }],
        ["PassStateEntered", 10, { name: "A" }], ["PassStateEntered", 11, { name: "A" }],
        ["PassStateExited", 12, { name: "A" }], ["MapIterationSucceeded", 14, { name: "Cells", index: 0 }],
    ));
    const cells = trace.visits.filter((it) => it.name === "Cells").map((it) => it.children[0]);
    assert.deepEqual(cells.map((it) => [it.status, it.to]), [["succeeded", 14], ["running", undefined]]);
    assert.deepEqual(cells.map((it) => trace.itemOf(it.id)), cells);
});

test("items that wait for their turn are items of the Map, too", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["MapStateEntered", 0, { name: "M" }], ["MapStateStarted", 2, { length: 2 }],
        ["MapIterationStarted", 3, { name: "M", index: 0 }],
        ["PassStateEntered", 4, { name: "A" }], ["PassStateExited", 5, { name: "A" }],
        ["MapIterationSucceeded", 6, { name: "M", index: 0 }], ["MapIterationStarted", 6, { name: "M", index: 1 }],
        ["PassStateEntered", 8, { name: "A" }], ["PassStateExited", 9, { name: "A" }],
        ["MapIterationSucceeded", 10, { name: "M", index: 1 }],
        ["MapStateSucceeded", 10], ["MapStateExited", 12, { name: "M" }],
        ["ExecutionSucceeded", 13],
    ));
    assert.deepEqual(shape(trace.root), [["M", "succeeded", ["M", "succeeded", ["A", "succeeded"]], ["M", "succeeded", ["A", "succeeded"]]]]);
});

test("items that a failure elsewhere aborts leave the state that failed as it is", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["ParallelStateEntered", 0, { name: "P" }], ["ParallelStateStarted", 2],
        ["MapStateEntered", 3, { name: "M" }], ["MapStateStarted", 4, { length: 1 }], ["MapIterationStarted", 5, { name: "M", index: 0 }],
        ["WaitStateEntered", 6, { name: "W" }], ["FailStateEntered", 3, { name: "F" }],
        ["WaitStateAborted", 8], ["MapIterationAborted", 8, { name: "M", index: 0 }], ["MapStateAborted", 8],
        ["ParallelStateFailed", 8],
        ["ExecutionFailed", 12, { error: "E" }],
    ));
    assert.deepEqual(shape(trace.root), [["P", "failed", ["M", "aborted", ["M", "aborted", ["W", "aborted"]]], ["F", "failed"]]]);
    assert.equal(culpritOf(trace).name, "F");
});

test("a failure ends all that is open, and a redrive opens it again", () => {
    const before = events(
        ["ExecutionStarted", 0],
        ["TaskStateEntered", 0, { name: "A" }], ["TaskScheduled", 2, { resource: "x" }], ["TaskFailed", 3, { error: "E", cause: "c" }],
        ["ExecutionFailed", 4, { error: "E", cause: "c" }],
    );
    const trace = readTrace(before);
    assert.deepEqual(shape(trace.root), [["A", "failed"]]);
    assert.deepEqual([trace.root.status, trace.root.error], ["failed", "E"]);
    const more = [
        { id: 6, previousEventId: 5, type: "ExecutionRedriven", timestamp: 9, executionRedrivenEventDetails: { redriveCount: 1 } },
        { id: 7, previousEventId: 4, type: "TaskScheduled", timestamp: 10, taskScheduledEventDetails: { resource: "x" } },
    ];
    more.forEach((event) => trace.take(event));
    assert.deepEqual(shape(trace.root), [["A", "running"]]);
    assert.deepEqual([trace.root.status, trace.root.to], ["running", undefined]);
    assert.equal(trace.visits[0].attempts.length, 2);
});

test("an expression that fails belongs to the state that the event names", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["PassStateEntered", 0, { name: "A" }], ["PassStateExited", 2, { name: "A" }],
        ["PassStateEntered", 3, { name: "B" }],
        ["EvaluationFailed", 3, { state: "B", error: "States.QueryEvaluationError", cause: "c" }],
        ["ExecutionFailed", 5, { error: "States.QueryEvaluationError", cause: "c" }],
    ));
    assert.deepEqual(shape(trace.root), [["A", "succeeded"], ["B", "failed"]]);
    assert.equal(trace.visits[1].error, "States.QueryEvaluationError");
});

test("a call that waits for an answer shows the waiting apart", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["TaskStateEntered", 0, { name: "A" }], ["TaskScheduled", 2, { resource: "x" }], ["TaskStarted", 3], ["TaskSubmitted", 4],
    ));
    assert.deepEqual(segmentsOf(trace.visits[0], 50).map(({ kind, from, to }) => [kind, from, to]), [["attempt", 2, 4], ["callback", 4, 50]]);
});

test("any order of odd events makes a trace", () => {
    const types = ["TaskStateEntered", "TaskStateExited", "MapStateFailed", "MapIterationFailed", "MapIterationAborted", "ParallelStateSucceeded", "TaskTimedOut", "ExecutionRedriven", "ExecutionAborted", "MapRunStarted", "Unknown"];
    let seed = 7;
    const random = (most) => ((seed = (seed * 1103515245 + 12345) % 2147483648), seed % most);
    for (let round = 0; round < 300; round += 1) {
        const all = Array.from({ length: 20 }, (_, at) => [types[random(types.length)], random(at + 2), { name: `s${random(3)}`, index: random(2) }]);
        const trace = readTrace(events(...all));
        trace.visits.forEach((visit) => segmentsOf(visit, 100));
        statesOf(trace);
    }
});

test("a branch that failed before its Parallel was tried again ended then", () => {
    const trace = readTrace(events(
        ["ExecutionStarted", 0],
        ["ParallelStateEntered", 0, { name: "P" }], ["ParallelStateStarted", 2],
        ["TaskStateEntered", 3, { name: "A" }], ["TaskScheduled", 4, { resource: "x" }], ["TaskFailed", 5, { error: "E" }],
        ["TaskStateEntered", 3, { name: "A" }], ["TaskScheduled", 7, { resource: "x" }], ["TaskFailed", 8, { error: "F" }],
        ["ParallelStateFailed", 9],
        ["ExecutionFailed", 10, { error: "F" }],
    ));
    assert.deepEqual(trace.visits.slice(1).map(({ status, to }) => [status, to]), [["failed", 5], ["failed", 9]]);
});

test("the state to look at is the last that failed, or whose error a Fail state hands on", () => {
    const way = (error, more) => readTrace(events(
        ["ExecutionStarted", 0],
        ["TaskStateEntered", 0, { name: "A" }], ["TaskScheduled", 2, { resource: "x" }], ["TaskFailed", 3, { error: "E" }], ["TaskStateExited", 4, { name: "A" }],
        ["FailStateEntered", 5, { name: "F" }],
        ["ExecutionFailed", 6, { error, ...more }],
    ));
    assert.equal(culpritOf(way("E")).name, "A");
    assert.equal(culpritOf(way("Other")).name, "F");
    assert.equal(culpritOf(readTrace([])), undefined);
    const late = readTrace(events(["ExecutionStarted", 0], ["PassStateEntered", 0, { name: "A" }], ["PassStateExited", 2, { name: "A" }], ["WaitStateEntered", 3, { name: "W" }], ["ExecutionTimedOut", 4]));
    assert.equal(culpritOf(late).name, "W");
});
