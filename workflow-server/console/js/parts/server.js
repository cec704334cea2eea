// What the pages ask of the server: its own API, and what the console reads besides.
import { isExpress } from "../model/route.js";

/** An answer that is a refusal, or none. */
export class Refused extends Error {
    constructor(code, message) {
        super(message || code);
        this.code = code;
    }
}

/** Calls an operation of the API. */
export async function call(operation, params = {}) {
    return answered(fetch("/", {
        method: "POST",
        headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": `AWSStepFunctions.${operation}` },
        body: JSON.stringify(params),
    }));
}

/** Reads something that the console knows. */
export async function read(name, params = {}) {
    const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== "");
    return answered(fetch(`/console/${name}?${new URLSearchParams(given)}`));
}

/** Describes an execution of either type. */
export async function describe(arn, includedData = "ALL_DATA") {
    return isExpress(arn) ? read("execution", { execution: arn }) : call("DescribeExecution", { executionArn: arn, includedData });
}

/** Reads the text of the definition that an execution runs. */
export async function definitionOf(arn) {
    const told = isExpress(arn) ? await read("definition", { execution: arn }) : await call("DescribeStateMachineForExecution", { executionArn: arn });
    return told.definition;
}

/** Reads a text; `null` if the server has none. */
export async function readText(name, params) {
    const response = await fetch(`/console/${name}?${new URLSearchParams(params)}`);
    return response.ok ? response.text() : null;
}

async function answered(asked) {
    let response;
    try {
        response = await asked;
    } catch {
        throw new Refused("Unreachable", "The server does not answer. Is it running?");
    }
    const body = await response.json().catch(() => ({}));
    if (response.status === 401 || body.__type === "MissingAuthenticationTokenException") {
        // The server knows its callers, and this browser is none of them any more.
        location.assign("/console/login");
    }
    if (!response.ok) {
        throw new Refused(body.__type ?? `HTTP ${response.status}`, body.message ?? "");
    }
    return body;
}
