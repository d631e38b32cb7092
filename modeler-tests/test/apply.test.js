import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { readElement } from '../lib/bpmn.js';
import { ELEMENT } from '../lib/diagram.js';
import { engineFile } from '../lib/engine-files.js';
import { expectedElement } from '../lib/form.js';
import { apply } from '../lib/headless.js';
import { paths } from '../lib/paths.js';
import { all, few, forgotten } from '../lib/samples.js';
import { broken, sound } from '../lib/sound.js';
import { newest, readTemplates } from '../lib/templates.js';

const templates = newest(readTemplates());

for (const template of templates) {
  const { path, name, json } = template;

  test(`${path} writes the expected element into the diagram`, async () => {
    for (const values of [ {}, few(json), all(json) ]) {
      assert.deepEqual(await readElement(await apply(json, values), ELEMENT), expectedElement(json, values));
    }
  });

  test(`${path} has a sample value for every field`, () => {
    assert.deepEqual(forgotten(json), []);
  });

  test(`the diagram for the engine tests is up to date with ${path}`, async () => {
    const file = join(paths.engineFiles, `${name}.bpmn`);

    assert.ok(existsSync(file), 'run: npm run engine-files');
    assert.equal(readFileSync(file, 'utf8'), await engineFile(template), 'run: npm run engine-files');
  });
}

test('a field without a sample value is detected', () => {
  const { json } = templates[0];
  const property = { id: 'customer.new', type: 'String', binding: { type: 'zeebe:input', name: 'customer.new' } };

  assert.deepEqual(forgotten({ ...json, properties: [ ...json.properties, property ] }), [ 'customer.new' ]);
});

test('applying a template twice gives the same diagram', async () => {
  const [ { json } ] = templates;
  const once = await apply(json, few(json));

  assert.equal(await apply(json, few(json)), once);
});

test('the engine tests have no diagram of a removed template', () => {
  const names = templates.map(({ name }) => name);
  const applied = readdirSync(paths.engineFiles).filter(file => !file.startsWith('filled-'));

  assert.deepEqual(applied.filter(file => !names.includes(file.replace('.bpmn', ''))), []);
});

test('a template that the modeler rejects silently is detected', async () => {
  const { json } = broken(t => { t.properties[4].optional = true; delete t.properties[4].constraints.notEmpty; });

  await assert.rejects(apply(json, {}), /does not offer/);
});

test('a template for newer Camunda versions only is detected', async () => {
  const { json } = broken(t => { t.engines.camunda = '^9'; });

  await assert.rejects(apply(json, {}), /does not offer/);
});

const FAULTS = {
  'a binding to another name': t => { t.properties[2].binding.name = 'sound.txet'; },
  'a lost condition': t => { delete t.properties[4].condition; },
  'another default': t => { t.properties[3].value = 'far'; },
  'another element': t => { t.elementType.value = 'bpmn:SendTask'; },
  'another header value': t => { t.properties[1].value = '2'; }
};

for (const [ fault, plant ] of Object.entries(FAULTS)) {
  test(`a template that writes an unexpected element is detected: ${fault}`, async () => {
    const made = await readElement(await apply(broken(plant).json, {}), ELEMENT);

    assert.notDeepEqual(made, expectedElement(sound().json, {}));
  });
}
