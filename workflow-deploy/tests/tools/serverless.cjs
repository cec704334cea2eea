// Packages services with the Serverless Framework and its plugin, without a network, and looks at the template.
'use strict';
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync, symlinkSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const folders = process.argv.slice(2);
const root = join(folders[0], '..');
if (!existsSync(join(root, 'node_modules'))) symlinkSync(join(__dirname, 'node_modules'), join(root, 'node_modules'));
const env = {
  ...process.env, SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off', SLS_DEPRECATION_DISABLE: '*',
  AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'eu-west-1', CI: '1',
};

for (const folder of folders) {
  const main = require.resolve('serverless/bin/serverless.js');
  const names = readFileSync(join(folder, 'serverless.yml'), 'utf8').matchAll(/\$\{param:(\w+)\}/g);
  const params = [...names].flatMap(([, name]) => ['--param', `${name}=value`]);
  try {
    execFileSync(process.execPath, [main, 'package', ...params], { cwd: folder, env, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${folder}: ${error.stdout}${error.stderr}`);
  }
  const template = JSON.parse(readFileSync(join(folder, '.serverless/cloudformation-template-update-stack.json'), 'utf8'));
  const all = Object.entries(template.Resources);
  const [id, machine] = all.find(([, it]) => it.Type === 'AWS::StepFunctions::StateMachine');
  const [text, values] = machine.Properties.DefinitionString['Fn::Sub'] ?? [machine.Properties.DefinitionString, {}];
  // Functions are called by the versions that this release publishes.
  const versions = all.filter(([, it]) => it.Type === 'AWS::Lambda::Version').map(([name]) => name);
  const refs = Object.values(values).filter((it) => it.Ref).map((it) => it.Ref);
  for (const name of versions) assert(refs.includes(name), `${folder}: ${name} is not called`);
  assert(JSON.parse(text).States, folder);
  // Everything that is named is there.
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]);
  JSON.stringify(template, (key, value) => {
    const named = value?.Ref ?? value?.['Fn::GetAtt']?.[0];
    if (typeof named === 'string' && !named.startsWith('AWS::')) assert(known.has(named), `${folder}: ${named}`);
    return value;
  });
  assert(known.has(`${id}Role`) && machine.Properties.RoleArn['Fn::GetAtt'][0] === `${id}Role`, folder);
}
console.log(`packaged: ${folders.length}`);
