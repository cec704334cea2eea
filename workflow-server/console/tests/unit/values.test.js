import assert from "node:assert/strict";
import { test } from "node:test";
import { align, differences } from "../../js/model/diff.js";
import { exactly, laidOut } from "../../js/model/exact.js";
import { ago, count, dollars, duration, expressDollars } from "../../js/model/format.js";
import { executionName, isExpress, machineOf, nameOf, readRoute, route } from "../../js/model/route.js";
import { formFields, inferSchema, valueAt, withValue } from "../../js/model/schema.js";

test("addresses are read as they are written", () => {
    const hostile = "arn:aws:x/<script>?a=b#c%20&";
    const written = route("execution", [hostile, "tab"], { state: "a&b=c", visit: undefined, none: "" });
    assert.deepEqual(readRoute(written), { name: "execution", parts: [hostile, "tab"], query: { state: "a&b=c" } });
    assert.equal(readRoute("").name, "machines");
    assert.deepEqual(readRoute("#/a/%E0%A4%A").parts, ["%E0%A4%A"]);
    const arn = "arn:aws:states:us-east-1:123456789012:execution:m:e";
    assert.deepEqual([machineOf(arn), nameOf(arn), executionName(arn), isExpress(arn)], ["m", "e", "e", false]);
    const express = "arn:aws:states:us-east-1:123456789012:express:m:e:0b7a";
    assert.deepEqual([machineOf(express), executionName(express), isExpress(express)], ["m", "e", true]);
});

test("durations have two units at most", () => {
    const texts = [[0, "0 ms"], [0.0004, "0 ms"], [0.25, "250 ms"], [1.5, "1.50 s"], [9.999, "10.0 s"], [59.97, "1 min"], [61, "1 min 1 s"], [3600, "1 h"], [90000, "1 d 1 h"], [NaN, "–"]];
    texts.forEach(([seconds, text]) => assert.equal(duration(seconds), text));
    assert.equal(ago(100, 103), "just now");
    assert.equal(ago(100, 165), "1 min ago");
});

test("counts and prices are legible", () => {
    assert.equal(count(1234567), "1,234,567");
    assert.equal(dollars(1_010_000), "$25.25");
    assert.equal(dollars(19), "$0.000475");
    assert.equal(dollars(400), "$0.01");
    assert.equal(dollars(0), "$0.00");
    // A start, and 100 ms or more of 64 MB.
    assert.equal(expressDollars(0.02), "$0.000001");
    assert.equal(expressDollars(300), "$0.000314");
});

test("differences have paths", () => {
    const found = differences({ a: 1, b: { c: [1, 2] }, "x y": 1 }, { a: 1, b: { c: [1, 3, 4] }, d: null });
    assert.deepEqual(found, [
        { path: "$.b.c[1]", left: 2, right: 3 },
        { path: "$.b.c[2]", left: undefined, right: 4 },
        { path: '$["x y"]', left: 1, right: undefined },
        { path: "$.d", left: undefined, right: null },
    ]);
    assert.deepEqual(differences([1], [1]), []);
    assert.equal(differences(Array(2000).fill(1), Array(2000).fill(2)).length, 500);
    assert.deepEqual(differences(JSON.parse('{"__proto__": 1}'), {}), [{ path: "$.__proto__", left: 1, right: undefined }]);
});

test("sequences are put side by side", () => {
    const pairs = align([..."abcd"], [..."axcd"], (it) => it);
    assert.deepEqual(pairs, [["a", "a"], ["b", null], [null, "x"], ["c", "c"], ["d", "d"]]);
    assert.deepEqual(align([], ["a"], (it) => it), [[null, "a"]]);
});

test("a schema fits all examples", () => {
    const schema = inferSchema([{ a: 1, b: "x", c: { d: true } }, { a: 1.5, c: { d: false }, e: [1] }]);
    assert.deepEqual(schema.required, ["a", "c"]);
    assert.deepEqual(formFields(schema).map(({ path, kind, required }) => [path.join("."), kind, required]), [
        ["a", "number", true], ["b", "text", false], ["c.d", "flag", true], ["e", "json", false],
    ]);
    assert.equal(inferSchema([]), null);
    assert.deepEqual(formFields(inferSchema([1, "x"])).map(({ path, kind }) => [path, kind]), [[[], "json"]]);
});

test("values are read and set at paths", () => {
    assert.deepEqual(withValue({ a: { b: 1 }, c: 2 }, ["a", "b"], 3), { a: { b: 3 }, c: 2 });
    assert.deepEqual(withValue({ a: 1 }, ["a"], undefined), {});
    assert.deepEqual(withValue({}, ["x", "y"], 1), { x: { y: 1 } });
    assert.equal(valueAt({ a: { b: 1 } }, ["a", "b"]), 1);
    assert.equal(valueAt({}, ["toString"]), undefined);
});

test("JSON is laid out as it is written: no number, key or order becomes another", () => {
    assert.equal(laidOut('{"id":9007199254740993,"b":{"10":1.0,"2":[]},"a":[1,{},"x, \\"y\\": [1]","\\u65e5"],"a":-1E+400}'), `{
  "id": 9007199254740993,
  "b": {
    "10": 1.0,
    "2": []
  },
  "a": [
    1,
    {},
    "x, \\"y\\": [1]",
    "日"
  ],
  "a": -1E+400
}`);
    for (const text of ["7", '"a b"', "null", "[]", " { } ", '{"a":[[1]]}', '[[],{"b":null}]']) {
        assert.equal(laidOut(text), JSON.stringify(JSON.parse(text), null, 2), text);
    }
    assert.equal(laidOut("no JSON: {"), "no JSON: {");
});

test("integers of 64 bits are told apart, and kept by a form", { skip: !JSON.rawJSON && "this node has no JSON.rawJSON" }, () => {
    const [left, right] = [exactly('{"id":9007199254740992,"n":1}'), exactly('{"id":9007199254740993,"n":1}')];
    const found = differences(left, right);
    assert.deepEqual(found.map(({ path, left, right }) => [path, JSON.stringify(left), JSON.stringify(right)]), [["$.id", "9007199254740992", "9007199254740993"]]);
    assert.equal(JSON.stringify(withValue(right, ["n"], 2)), '{"id":9007199254740993,"n":2}');
    assert.deepEqual(formFields(inferSchema([right])).map(({ path, kind }) => [path.join(), kind]), [["id", "number"], ["n", "number"]]);
    assert.equal(exactly("{"), undefined);
});
