// Holds definitions against AWS's language service, and against asl-validator.
'use strict';
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { getLanguageService } = require('amazon-states-language-service');
const { TextDocument } = require('vscode-languageserver-textdocument');
const validate = require('asl-validator');

// Where a tool is wrong: the message that it has, and why that is none.
const WRONG = JSON.parse(readFileSync(`${__dirname}/wrong.json`, 'utf8'));

const service = getLanguageService({});
service.configure({ validate: true, allowComments: false, schemas: [] });

function wrong(tool, message) {
  const known = WRONG.find((it) => it.tool === tool && message.includes(it.message));
  if (known) known.seen = (known.seen ?? 0) + 1;
  return known;
}

async function main() {
  const problems = [];
  for (const file of process.argv.slice(2)) {
    // A deployment fills in what is a placeholder: an ARN, as far as a document can tell.
    const text = readFileSync(file, 'utf8')
      .replace(/\$\{(?:AWS|)[Pp]artition\}/g, 'aws')
      .replace(/"Resource": "\$\{\w*[Aa]ctivity\w*\}"/g, '"Resource": "arn:aws:states:eu-west-1:123456789012:activity:x"')
      .replace(/"Resource": "(?:arn:aws:lambda:::function:|)\$\{\w+\}"/g, '"Resource": "arn:aws:lambda:eu-west-1:123456789012:function:x"');
    const document = TextDocument.create(`file://${file}`, 'asl', 1, text);
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    for (const it of found) {
      const line = text.split('\n')[it.range.start.line].trim();
      if (!wrong('amazon-states-language-service', it.message)) problems.push(`${basename(file)}: service: ${it.message}: ${line}`);
    }
    const { isValid, errors } = validate(JSON.parse(text), { checkPaths: true, checkArn: false });
    for (const it of isValid ? [] : errors) {
      const message = JSON.stringify(it);
      if (!wrong('asl-validator', message)) problems.push(`${basename(file)}: asl-validator: ${message.slice(0, 300)}`);
    }
  }
  const names = problems.length ? `\n${problems.join('\n')}` : '';
  console.log(`definitions: ${process.argv.length - 2}, problems: ${problems.length}${names}`);
  for (const it of WRONG) console.log(`where ${it.tool} is wrong (${it.seen ?? 0}): ${it.why}`);
  process.exitCode = problems.length ? 1 : 0;
}
main();
