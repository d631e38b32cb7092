import assert from 'node:assert/strict';
import { test } from 'node:test';

import { apply } from '../lib/headless.js';
import { lint, oldestAndNewest } from '../lib/lint.js';
import { paths } from '../lib/paths.js';
import { all as much, few } from '../lib/samples.js';
import { broken, sound } from '../lib/sound.js';
import { newest, readDiagrams, readTemplates } from '../lib/templates.js';

const templates = readTemplates();
const all = templates.map(({ json }) => json);

for (const version of oldestAndNewest()) {
  for (const { path, xml } of readDiagrams(paths.examples)) {
    test(`${path} has no findings for Camunda ${version}`, async () => {
      assert.deepEqual(await lint(xml, all, version), []);
    });
  }
}

for (const { path, json } of newest(templates)) {
  test(`${path} has no findings for any Camunda version, with few fields filled and with all`, async () => {
    for (const values of [ few(json), much(json) ]) {
      const xml = await apply(json, values);
      for (const version of oldestAndNewest()) {
        assert.deepEqual(await lint(xml, all, version), [], version);
      }
    }
  });
}

test('the linter supports the oldest and the newest version', () => {
  assert.deepEqual(oldestAndNewest()[0], '8.8.0');
  assert.match(oldestAndNewest()[1], /^8\.(9|[1-9]\d+)\.0$/);
});

const TYPED = { text: 'typed' };

test('a valid diagram with a valid template has no findings', async () => {
  assert.deepEqual(await lint(await apply(sound().json, TYPED), [ sound().json ]), []);
});

const FAULTS = {
  'a required field left empty': [ {}, sound().json, xml => xml, /text must not be empty/ ],
  'a value that does not match its pattern': [ { ...TYPED, place: 'far', host: 'FAR' }, sound().json, xml => xml, /host must be small letters/ ],
  'a missing template': [ TYPED, undefined, xml => xml, /not found/ ],
  'a template that has a newer version': [ TYPED, { ...sound().json, version: 2 }, xml => xml, /not found|update/i ],
  'a template for newer Camunda versions only': [ TYPED, broken(t => { t.engines.camunda = '^9'; }).json, xml => xml, /incompatible/ ],
  'a task without a type': [ TYPED, sound().json, xml => xml.replace('type="sound:template:1"', ''), /type/i ]
};

for (const [ fault, [ values, known, spoil, expected ] ] of Object.entries(FAULTS)) {
  test(`the linter finds ${fault}`, async () => {
    const xml = spoil(await apply(sound().json, values));

    assert.match((await lint(xml, known ? [ known ] : [])).join('\n'), expected);
  });
}

test('a diagram without a Camunda version is refused', async () => {
  const xml = (await apply(sound().json, TYPED)).replace(/modeler:executionPlatformVersion="[^"]+"/, '');

  await assert.rejects(lint(xml, []), /has no Camunda version/);
});
