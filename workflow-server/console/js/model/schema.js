// JSON Schemas of inputs: made from examples, and read for forms.
import { isKept } from "./exact.js";

/** Makes the schema that all examples fit; `null` without examples. */
export function inferSchema(examples) {
    return examples.length === 0 ? null : examples.map(schemaOf).reduce(merged);
}

function schemaOf(value) {
    if (Array.isArray(value)) {
        const items = value.slice(0, 100).map(schemaOf);
        return { type: "array", items: items.length ? items.reduce(merged) : {} };
    }
    if (value === null) {
        return { type: "null" };
    }
    if (isKept(value)) {
        return { type: "integer" };
    }
    if (typeof value === "object") {
        const properties = Object.fromEntries(Object.entries(value).map(([key, it]) => [key, schemaOf(it)]));
        return { type: "object", properties, required: Object.keys(value) };
    }
    return typeof value === "number" && Number.isInteger(value) ? { type: "integer" } : { type: typeof value };
}

/** Makes the schema of what fits one of both. */
function merged(left, right) {
    if (!left.type || !right.type) {
        return left.type ? left : right;
    }
    if (left.type !== right.type) {
        const numbers = ["integer", "number"];
        return numbers.includes(left.type) && numbers.includes(right.type) ? { type: "number" } : { type: "any" };
    }
    if (left.type === "array") {
        return { type: "array", items: merged(left.items, right.items) };
    }
    if (left.type !== "object") {
        return left;
    }
    const properties = { ...left.properties };
    for (const [key, schema] of Object.entries(right.properties)) {
        properties[key] = Object.hasOwn(properties, key) ? merged(properties[key], schema) : schema;
    }
    const required = left.required.filter((key) => right.required.includes(key));
    return { type: "object", properties, required };
}

/** The fields of a form: those of an object that are no objects, at most two levels deep; the rest are JSON. */
export function formFields(schema, path = [], level = 0) {
    if (!schema || schema.type !== "object" || !schema.properties) {
        return [{ path, kind: kindOf(schema ?? {}), required: true, schema: schema ?? {} }];
    }
    return Object.entries(schema.properties).flatMap(([key, inner]) => {
        const own = [...path, key];
        if (inner.type === "object" && inner.properties && level < 2) {
            return formFields(inner, own, level + 1);
        }
        return [{ path: own, kind: kindOf(inner), required: (schema.required ?? []).includes(key), schema: inner }];
    });
}

function kindOf(schema) {
    const kinds = { string: "text", integer: "number", number: "number", boolean: "flag" };
    return schema.enum ? "choice" : (kinds[schema.type] ?? "json");
}

/** Reads the value at a path; `undefined` if there is none. */
export function valueAt(value, path) {
    return path.reduce((inner, key) => (inner !== null && typeof inner === "object" && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}

/** Returns the value with another one at a path; `undefined` removes it. */
export function withValue(value, path, inner) {
    if (path.length === 0) {
        return inner;
    }
    const [key, ...rest] = path;
    const entries = Object.entries(value !== null && typeof value === "object" && !Array.isArray(value) ? value : {});
    const map = new Map(entries);
    const made = withValue(map.get(key), rest, inner);
    if (made === undefined) {
        map.delete(key);
    } else {
        map.set(key, made);
    }
    return Object.fromEntries(map);
}
