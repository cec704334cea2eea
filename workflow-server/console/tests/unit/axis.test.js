import assert from "node:assert/strict";
import { test } from "node:test";
import { axisTexts, elapsed } from "../../js/model/axis.js";
import { idleGaps, timeScale } from "../../js/model/fold.js";

const scaleOf = (times) => timeScale(times[0], times.at(-1), idleGaps(times));

test("no text lies over another, or beside the axis, however narrow it is", () => {
    const runs = [[0, 1, 2, 3602, 3603], [0, 0.5, 604800.5, 604801], [0, 3, 100, 103, 7000, 7003, 90000], [0, 0.001], [0, 1e7], [0, 2, 5000, 5001, 12000, 12002, 30000, 30001]];
    for (const times of runs) {
        for (const width of [20, 90, 150, 300, 700, 5000]) {
            const texts = axisTexts(scaleOf(times), width);
            texts.forEach((it, at) => {
                const where = `${times} at ${width}: ${JSON.stringify(it)}`;
                assert.ok(it.left >= 0 && it.left + it.wide <= width, where);
                assert.ok(at === 0 || it.left >= texts[at - 1].left + texts[at - 1].wide, where);
            });
            assert.equal(new Set(texts.filter((it) => it.kind === "tick").map((it) => it.text)).size, texts.filter((it) => it.kind === "tick").length, `${times} at ${width}: two ticks say the same`);
        }
    }
});

test("a fold is told of before a tick", () => {
    const texts = axisTexts(scaleOf([0, 1, 2, 3602, 3603]), 300).map((it) => it.text);
    assert.ok(texts.includes("⟩ 1 h ⟨"), String(texts));
    assert.equal(texts[0], "0");
});

test("times after a long wait are as fine as they are apart", () => {
    assert.equal(elapsed(3602, 1, 3603), "1:00:02");
    assert.equal(elapsed(3602.5, 0.5, 3603), "1:00:02.5");
    assert.equal(elapsed(90, 10, 100), "1:30");
    assert.equal(elapsed(2, 1, 5), "2.00 s");
    assert.equal(elapsed(604801, 1, 604802), "7 d 0:00:01");
});
