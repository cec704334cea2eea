import assert from "node:assert/strict";
import { test } from "node:test";
import { idleGaps, ticks, timeScale } from "../../js/model/fold.js";

const lengths = (gaps) => gaps.map(({ from, to }) => [from, to]);

test("a long wait is folded, and what happened around it is not", () => {
    assert.deepEqual(lengths(idleGaps([0, 1, 2, 3602, 3603])), [[2, 3602]]);
    assert.deepEqual(lengths(idleGaps([0, 1, 2, 3])), []);
    assert.deepEqual(lengths(idleGaps([0, 0, 0])), []);
    assert.deepEqual(lengths(idleGaps([])), []);
});

test("a task that runs is folded only where it is nearly all", () => {
    assert.deepEqual(lengths(idleGaps([0, 1, 31, 32], [{ from: 1, to: 31 }])), []);
    assert.deepEqual(lengths(idleGaps([0, 1, 3001, 3002], [{ from: 1, to: 3001 }])), [[1, 3001]]);
});

test("something is always left", () => {
    assert.deepEqual(lengths(idleGaps([0, 1000])), []);
    assert.deepEqual(lengths(idleGaps([0, 0.001, 2.3, 1000], [{ from: 0.001, to: 2.3 }])), [[2.3, 1000]]);
});

test("places grow with the time, from 0 to 1", () => {
    const times = [0, 1, 2, 3602, 3603, 90000, 90001];
    const scale = timeScale(0, 90001, idleGaps(times));
    assert.equal(scale.at(0), 0);
    assert.ok(Math.abs(scale.at(90001) - 1) < 1e-9);
    const places = Array.from({ length: 1000 }, (_, at) => scale.at(at * 90.001));
    assert.ok(places.every((place, at) => at === 0 || place >= places[at - 1]));
    assert.ok(scale.at(2) > 0.2, "the two seconds before the wait have room");
    assert.equal(scale.at(-5), 0);
    assert.equal(scale.at(1e9), scale.at(90001));
});

test("ticks are round, few, and never within a fold", () => {
    const scale = timeScale(0, 3603, idleGaps([0, 1, 2, 3602, 3603]));
    const found = ticks(scale, 6);
    assert.ok(found.length >= 3 && found.length <= 24, String(found.length));
    assert.ok(found.every(({ time }) => time <= 2 || time >= 3602));
    assert.ok(ticks(timeScale(0, 1e7), 5).length <= 20);
});
