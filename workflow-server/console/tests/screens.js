// Screenshots that are kept as expectations, in `screens/`. `UPDATE_SCREENS=1` writes them anew: look at each before you
// keep it.
//
// What is compared are the mean colours of cells, not pixels: fonts and how they are smoothed are another on each machine,
// layout, areas and colours are not. So a moved or missing part, a lost colour or a wrong theme is found; a letter is not.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("./screens/", import.meta.url));
/** The side of a cell in pixels of the page. */
const CELL = 24;
/**
 * A cell is another one from this difference of its mean colour on (of 255, the largest of red, green and blue), and so
 * many of them may be. Measured on two pages: wider letters 1 to 2 % of the cells, a monospaced font 2 to 4 %, a serif one
 * 4 to 7 %; states without colours 10 to 12 %, no states at all 8 to 10 %, no styles more than half.
 */
const OTHER = 6;
export const SHARE = 0.06;

/** Takes screenshots of a page; `looker` is another page, which draws and measures them. */
export class Screens {
    constructor(page, looker) {
        Object.assign(this, { page, looker });
    }

    /** The page as it is, with what changes from run to run covered. */
    take(covered = []) {
        const mask = covered.map((it) => this.page.locator(it));
        return this.page.screenshot({ mask, maskColor: "#808080", animations: "disabled", caret: "hide" });
    }

    /** What is wrong with the page, by the screenshot of this name; nothing if it is as it was. */
    async differs(name, covered) {
        const [seen, file] = [await this.take(covered), join(FOLDER, `${name}.webp`)];
        if (process.env.UPDATE_SCREENS) {
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(file, Buffer.from(await this.looker.evaluate(halved, base64(seen)), "base64"));
            return null;
        }
        if (!existsSync(file)) {
            return `${name}: nothing is kept: run with UPDATE_SCREENS=1, and look at it`;
        }
        const { share, mean } = await this.share(seen, readFileSync(file));
        if (share <= SHARE) {
            return null;
        }
        const place = join(tmpdir(), `workflow-console-${name}.png`);
        writeFileSync(place, seen);
        return `${name}: ${(share * 100).toFixed(1)} % of the cells are other ones (mean difference ${mean.toFixed(1)}): ${place}`;
    }

    /** The share of cells in which two pictures differ, and the mean difference. */
    share(seen, kept) {
        return this.looker.evaluate(compared, { seen: base64(seen), kept: base64(kept), cell: CELL, other: OTHER });
    }
}

const base64 = (bytes) => bytes.toString("base64");

/** In a page: a picture of half the size. */
async function halved(bytes) {
    const whole = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = new OffscreenCanvas(whole.width / 2, whole.height / 2);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(whole, 0, 0, canvas.width, canvas.height);
    const half = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.7 })).arrayBuffer());
    return btoa(half.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}

/** In a page: how two pictures differ, cell by cell. */
async function compared({ seen, kept, cell, other }) {
    const open = async (bytes) => createImageBitmap(await (await fetch(`data:application/octet-stream;base64,${bytes}`)).blob());
    const pictures = [await open(seen), await open(kept)];
    const [columns, rows] = [Math.ceil(pictures[0].width / cell), Math.ceil(pictures[0].height / cell)];
    const grids = pictures.map((picture) => {
        // Two steps: a browser that makes it small at once leaves out what lies between.
        const canvas = new OffscreenCanvas(columns * 8, rows * 8);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.imageSmoothingQuality = "high";
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const grid = new Float64Array(columns * rows * 3);
        for (let at = 0; at < data.length; at += 4) {
            const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
            const place = (Math.floor(y / 8) * columns + Math.floor(x / 8)) * 3;
            for (const colour of [0, 1, 2]) {
                grid[place + colour] += data[at + colour] / 64;
            }
        }
        return grid;
    });
    let [others, sum] = [0, 0];
    for (let at = 0; at < grids[0].length; at += 3) {
        const difference = Math.max(...[0, 1, 2].map((colour) => Math.abs(grids[0][at + colour] - grids[1][at + colour])));
        others += difference >= other ? 1 : 0;
        sum += difference;
    }
    return { share: others / (columns * rows), mean: sum / (columns * rows) };
}
