// Drives a running server with the AWS SDK for JavaScript: every operation of the API that it has a command for.
// `npm ci`, then `node sdk_client.mjs URL`. Prints a line of JSON: the operations that were called, and the exceptions
// that came as the SDK's own classes.
import assert from "node:assert/strict";
import * as sdk from "@aws-sdk/client-sfn";

const [endpoint] = process.argv.slice(2);
const own = "arn:aws:states:us-east-1:123456789012";
const roleArn = "arn:aws:iam::123456789012:role/r";
const called = new Set();
const provoked = new Set();
// As a program makes it that knows nothing of this server: it calls `sync-localhost` for synchronous executions.
const client = new sdk.SFNClient({ endpoint, region: "us-east-1", maxAttempts: 1, credentials: { accessKeyId: "x", secretAccessKey: "y" } });

/** Calls an operation by its name. */
function call(operation, params = {}) {
    called.add(operation);
    return client.send(new sdk[`${operation}Command`](params));
}

/** Calls, and expects an exception: of the class that the SDK has for it. */
async function refused(name, operation, params) {
    await assert.rejects(call(operation, params), (error) => {
        assert.equal(error.name, name, `${operation}: ${error.message}`);
        assert.ok(error instanceof sdk[name] && error.message !== "", `${operation}: ${error}`);
        assert.ok(error.$metadata.httpStatusCode >= 400 && error.$metadata.requestId);
        provoked.add(name);
        return true;
    });
}

const one = (state) => JSON.stringify({ StartAt: "S", States: { S: { End: true, ...state } } });
const passing = (result) => one({ Type: "Pass", Result: result });
const machine = async (name, definition, more) => (await call("CreateStateMachine", { name, definition, roleArn, ...more })).stateMachineArn;

async function ended(executionArn) {
    for (let tries = 0; tries < 400; tries += 1) {
        const told = await call("DescribeExecution", { executionArn });
        if (told.status !== "RUNNING") {
            return told;
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${executionArn} does not end`);
}

async function machines() {
    const stateMachineArn = await machine("m", passing(1), { tags: [{ key: "k", value: "v" }] });
    await refused("StateMachineAlreadyExists", "CreateStateMachine", { name: "m", definition: passing(2), roleArn });
    await refused("InvalidDefinition", "CreateStateMachine", { name: "x", definition: "{}", roleArn });
    await refused("StateMachineDoesNotExist", "DescribeStateMachine", { stateMachineArn: `${own}:stateMachine:none` });
    const told = await call("DescribeStateMachine", { stateMachineArn });
    assert.equal(told.definition, passing(1));
    assert.ok(told.creationDate instanceof Date && told.creationDate.getFullYear() > 2020);
    await call("UpdateStateMachine", { stateMachineArn, definition: passing(2) });
    await machine("other", passing(3));
    const names = [];
    for await (const page of sdk.paginateListStateMachines({ client, pageSize: 1 }, {})) {
        names.push(...page.stateMachines.map((it) => it.name));
    }
    assert.deepEqual(names, ["m", "other"]);
    called.add("ListStateMachines");
    await call("DeleteStateMachine", { stateMachineArn: `${own}:stateMachine:other` });
    assert.equal((await call("ValidateStateMachineDefinition", { definition: "{}" })).result, "FAIL");
    await call("TagResource", { resourceArn: stateMachineArn, tags: [{ key: "l", value: "w" }] });
    await call("UntagResource", { resourceArn: stateMachineArn, tagKeys: ["k"] });
    assert.deepEqual((await call("ListTagsForResource", { resourceArn: stateMachineArn })).tags, [{ key: "l", value: "w" }]);

    const { stateMachineVersionArn } = await call("PublishStateMachineVersion", { stateMachineArn });
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const { stateMachineAliasArn } = await call("CreateStateMachineAlias", { name: "live", routingConfiguration });
    await call("UpdateStateMachineAlias", { stateMachineAliasArn, description: "d" });
    assert.equal((await call("DescribeStateMachineAlias", { stateMachineAliasArn })).description, "d");
    assert.equal((await call("ListStateMachineAliases", { stateMachineArn })).stateMachineAliases.length, 1);
    assert.equal((await call("ListStateMachineVersions", { stateMachineArn })).stateMachineVersions.length, 1);
    await refused("ConflictException", "DeleteStateMachineVersion", { stateMachineVersionArn });
    await call("DeleteStateMachineAlias", { stateMachineAliasArn });
    await call("DeleteStateMachineVersion", { stateMachineVersionArn });
}

async function executions() {
    const stateMachineArn = await machine("run", one({ Type: "Wait", Seconds: 60 }));
    const { executionArn, startDate } = await call("StartExecution", { stateMachineArn, name: "e", input: '{"a": 1}' });
    assert.ok(startDate instanceof Date);
    await refused("ExecutionAlreadyExists", "StartExecution", { stateMachineArn, name: "e", input: "2" });
    await refused("InvalidExecutionInput", "StartExecution", { stateMachineArn, input: "{" });
    await refused("ExecutionNotRedrivable", "RedriveExecution", { executionArn });
    await call("StopExecution", { executionArn, error: "E", cause: "c" });
    const told = await ended(executionArn);
    assert.deepEqual([told.status, told.error, told.cause], ["ABORTED", "E", "c"]);
    assert.equal((await call("DescribeStateMachineForExecution", { executionArn })).name, "run");
    const { events } = await call("GetExecutionHistory", { executionArn, reverseOrder: true });
    assert.deepEqual(events.map((it) => it.type), ["ExecutionAborted", "WaitStateEntered", "ExecutionStarted"]);
    assert.equal((await call("ListExecutions", { stateMachineArn, statusFilter: "ABORTED" })).executions.length, 1);
    await refused("ExecutionDoesNotExist", "DescribeExecution", { executionArn: `${own}:execution:run:none` });
    const express = await machine("express", passing({ b: 2 }), { type: "EXPRESS" });
    const sync = await call("StartSyncExecution", { stateMachineArn: express, input: "[]" });
    assert.deepEqual([sync.status, sync.output], ["SUCCEEDED", '{"b":2}']);
    const tested = await call("TestState", { definition: '{"Type": "Pass", "Result": 5, "Next": "N"}', inspectionLevel: "DEBUG" });
    assert.deepEqual([tested.output, tested.nextState, tested.inspectionData.input], ["5", "N", "{}"]);
}

async function activities() {
    const { activityArn } = await call("CreateActivity", { name: "a" });
    assert.equal((await call("DescribeActivity", { activityArn })).name, "a");
    await refused("ActivityDoesNotExist", "DescribeActivity", { activityArn: `${own}:activity:none` });
    assert.equal((await call("ListActivities")).activities.length, 1);
    const stateMachineArn = await machine("worked", one({ Type: "Task", Resource: activityArn, HeartbeatSeconds: 60 }));
    const start = async (input) => (await call("StartExecution", { stateMachineArn, input })).executionArn;
    const [good, bad] = [await start("1"), await start("2")];
    for (let count = 0; count < 2; count += 1) {
        const { taskToken, input } = await call("GetActivityTask", { activityArn, workerName: "w" });
        await call("SendTaskHeartbeat", { taskToken });
        await (input === "1" ? call("SendTaskSuccess", { taskToken, output: '"done"' }) : call("SendTaskFailure", { taskToken, error: "Odd", cause: "2" }));
        await refused("TaskTimedOut", "SendTaskSuccess", { taskToken, output: "1" });
    }
    await refused("InvalidToken", "SendTaskHeartbeat", { taskToken: "none" });
    assert.equal((await ended(good)).output, '"done"');
    assert.equal((await ended(bad)).error, "Odd");
    await call("RedriveExecution", { executionArn: bad });
    const { taskToken } = await call("GetActivityTask", { activityArn });
    await call("SendTaskSuccess", { taskToken, output: "3" });
    assert.deepEqual((({ output, redriveCount }) => [output, redriveCount])(await ended(bad)), ["3", 1]);
    await call("DeleteActivity", { activityArn });
}

async function mapRuns() {
    const processor = { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, StartAt: "P", States: { P: { Type: "Pass", End: true } } };
    const stateMachineArn = await machine("map", one({ Type: "Map", Label: "each", ItemProcessor: processor }));
    const { executionArn } = await call("StartExecution", { stateMachineArn, input: "[1, 2, 3]" });
    assert.equal((await ended(executionArn)).output, "[1,2,3]");
    const [{ mapRunArn }] = (await call("ListMapRuns", { executionArn })).mapRuns;
    const told = await call("DescribeMapRun", { mapRunArn });
    assert.deepEqual([told.status, told.itemCounts.succeeded], ["SUCCEEDED", 3]);
    await refused("ResourceNotFound", "UpdateMapRun", { mapRunArn: `${own}:mapRun:map/each:none`, maxConcurrency: 2 });
}

for (const part of [machines, executions, activities, mapRuns]) {
    await part();
}
const all = Object.keys(sdk).filter((it) => it.endsWith("Command") && it !== "$Command").map((it) => it.slice(0, -"Command".length));
console.log(JSON.stringify({ operations: [...called].sort(), missing: all.filter((it) => !called.has(it)), exceptions: [...provoked].sort() }));
process.exit(0);
