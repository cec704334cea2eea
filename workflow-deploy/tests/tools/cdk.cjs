// Compiles apps of the CDK with their types, and compares what they come to with the templates of CloudFormation.
'use strict';
const assert = require('node:assert');
const { readFileSync, symlinkSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');
const cdk = require('aws-cdk-lib');

const folders = process.argv.slice(2);
const root = join(folders[0], '..');
if (!existsSync(join(root, 'node_modules'))) symlinkSync(join(__dirname, 'node_modules'), join(root, 'node_modules'));

const options = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, strict: true, noUnusedLocals: true, skipLibCheck: true,
  types: ['node'], typeRoots: [join(__dirname, 'node_modules/@types')],
};
const program = ts.createProgram(folders.flatMap((it) => [join(it, 'stack.ts'), join(it, 'app.ts')]), options);
const found = ts.getPreEmitDiagnostics(program);
const text = ts.formatDiagnostics(found.slice(0, 20), { getCanonicalFileName: (it) => it, getCurrentDirectory: () => root, getNewLine: () => '\n' });
assert.strictEqual(text, '', text);
program.emit();

/// What the CDK writes in another way: the same resources, in a form that does not say how.
function plain(value, parameters) {
  if (Array.isArray(value)) return value.map((it) => plain(it, parameters));
  if (value && typeof value === 'object') {
    if (value['Fn::Join'] && value['Fn::Join'][0] === '') {
      return value['Fn::Join'][1].map((it) => plain(it, parameters)).join('');
    }
    if (value['Fn::Sub']) return value['Fn::Sub'].replace(/\$\{!/g, '${');
    if (value.Ref && Object.keys(value).length === 1) return `\${${value.Ref}}`;
    if (value['Fn::GetAtt']) return `\${${value['Fn::GetAtt'].join('.')}}`;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v, parameters)]).sort());
  }
  return value;
}

for (const folder of folders) {
  const [Stack] = Object.values(require(join(folder, 'stack.js')));
  const app = new cdk.App({ context: { 'aws:cdk:disable-asset-staging': true }, outdir: join(folder, 'cdk.out') });
  new Stack(app, 'Stack', { synthesizer: new cdk.LegacyStackSynthesizer() });
  const template = app.synth().getStackByName('Stack').template;
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const resources = {};
  for (let [id, it] of Object.entries(template.Resources)) {
    if (it.Type === 'AWS::CDK::Metadata') continue;
    // The digest of the code is a part of the name of a version.
    if (it.Type === 'AWS::Lambda::Version') id = id.slice(0, -10);
    resources[id] = it;
  }
  const text = (it) => JSON.stringify(plain(it), null, 1);
  const clean = (it) => {
    const copy = structuredClone(it);
    delete copy.Metadata;
    if (copy.Type === 'AWS::Lambda::Function') delete copy.Properties.Code;
    return copy;
  };
  const versions = Object.entries(template.Resources).filter(([, it]) => it.Type === 'AWS::Lambda::Version').map(([id]) => id);
  const named = (it) => versions.reduce((all, id) => all.replaceAll(`\${${id}}`, `\${${id.slice(0, -10)}}`), text(it));
  assert.deepStrictEqual(Object.keys(resources).sort(), Object.keys(expected.Resources).sort(), folder);
  for (const [id, it] of Object.entries(expected.Resources)) {
    assert.strictEqual(named(clean(resources[id])), text(clean(it)), `${folder} ${id}`);
  }
}
console.log(`synthesised: ${folders.length}`);
