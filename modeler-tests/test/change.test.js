import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readElement } from '../lib/bpmn.js';
import { ELEMENT } from '../lib/diagram.js';
import { apply, change } from '../lib/headless.js';
import { lint } from '../lib/lint.js';
import { broken, sound } from '../lib/sound.js';
import { newest, readTemplates } from '../lib/templates.js';

/** The templates of service tasks: a person can replace each one by each other one. */
const templates = newest(readTemplates())
  .map(({ json }) => json)
  .filter(({ id, elementType }) => elementType?.value === 'bpmn:ServiceTask' && /\.v\d+$/.test(id));

const dropdowns = templates.flatMap(json => json.properties.filter(({ type }) => type === 'Dropdown')
  .map(property => ({ json, property })));

for (const { json, property } of dropdowns) {
  for (const [ other, field ] of expressionsWithItsInput(json, property)) {
    test(`a choice of "${property.label}" is no value of "${field.label}" when ${json.name} becomes ${other.name}`, async () => {
      for (const { value } of property.choices) {
        assert.equal(await unnoticed(json, property, value, other), undefined);
      }
    });
  }
}

test('some template has a dropdown whose input is an expression in another one', () => {
  assert.ok(dropdowns.some(({ json, property }) => expressionsWithItsInput(json, property).length > 0));
});

test('a choice that stays as the value of an expression is detected', async () => {
  const { json } = sound();
  const other = broken(t => {
    t.id = 'other.Template.v1';
    Object.assign(t.properties.find(({ id }) => id === 'place'), { type: 'Text', feel: 'required', value: undefined, choices: undefined });
    t.properties = t.properties.filter(({ condition }) => !condition);
  }).json;
  const place = json.properties.find(({ id }) => id === 'place');

  assert.equal(await unnoticed(json, place, 'far', other), 'far');
});

/** The other templates, each with its expression field of the same input. */
function expressionsWithItsInput(json, { binding }) {
  return templates.filter(other => other !== json).flatMap(other => other.properties
    .filter(field => field.feel === 'required' && field.binding.name === binding.name && binding.name)
    .map(field => [ other, field ]));
}

/** The choice, if the other template keeps it in its expression field and the linter finds nothing. */
async function unnoticed(json, property, value, other) {
  const xml = await change(await apply(json, { [property.id]: value }), json, other);
  const { inputs } = await readElement(xml, ELEMENT);
  const { label } = other.properties.find(({ binding }) => binding.name === property.binding.name);
  const findings = await lint(xml, [ other ]);
  const isFound = findings.some(finding => finding.includes(`${label} `));
  return inputs[property.binding.name] === value && !isFound ? value : undefined;
}
