// Evaluates the cases of the table with the reference implementation: node check.js FOLDER FILE
const [folder, file] = process.argv.slice(2);
const jsonata = require(require.resolve('jsonata', { paths: [folder] }));
const fs = require('fs');
const readline = require('readline');

const same = (a, b) => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]));
};

(async () => {
  let row, parsed, rows = 0, cases = 0, wrong = 0;
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const entry = JSON.parse(line);
    if (entry.text !== undefined) { row = entry; parsed = jsonata(row.text); rows++; row.bad = 0; continue; }
    let out, error;
    try {
      out = await parsed.evaluate(undefined, entry.b);
      const text = JSON.stringify(out);
      out = text === undefined ? undefined : JSON.parse(text);
    } catch (e) { error = e; }
    cases++;
    const ok = 'w' in entry ? !error && out !== undefined && same(out, entry.w) : Boolean(error);
    if (!ok) {
      wrong++;
      if (row.bad++ === 0) console.log(`${row.rust}\n   ${row.text}\n   ${JSON.stringify(entry)}\n   got ${error ? error.code || error.message : JSON.stringify(out)}`);
    }
  }
  console.log(`jsonata under node: ${rows} rows, ${cases} comparisons, ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
})();
