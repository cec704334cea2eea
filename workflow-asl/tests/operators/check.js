// The reference implementation, asked line by line: node check.js FOLDER.
// {"text"} parses an expression; {"b"} evaluates it with these variables: {"v": value}, {"u": true} of nothing, {"e": error}.
const jsonata = require(require.resolve('jsonata', { paths: [process.argv[2]] }));
const readline = require('readline');

const evaluated = async (parsed, variables) => {
  try {
    // A function of the dialect of AWS.
    parsed.registerFunction('parse', (text) => JSON.parse(text), '<s:x>');
    const value = await parsed.evaluate(undefined, variables);
    return JSON.stringify(value) === undefined ? { u: true } : { v: value };
  } catch (error) {
    return { e: String(error.code || error.message) };
  }
};

(async () => {
  let parsed;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    if (asked.text === undefined) {
      process.stdout.write(JSON.stringify(await evaluated(parsed, asked.b)) + '\n');
    } else {
      parsed = jsonata(asked.text);
    }
  }
})();
