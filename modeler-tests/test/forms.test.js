import assert from 'node:assert/strict';
import { test } from 'node:test';

import { byForm } from '../lib/forms.js';
import { broken, sound } from '../lib/sound.js';

const OTHERS = {
  'another label': t => { t.properties[2].label = 'other'; },
  'another condition': t => { t.properties[4].condition.equals = 'near'; },
  'one field fewer': t => { t.properties.pop(); },
  'another job type': t => { t.properties[0].value = 'sound:other:1'; },
  'another open group': t => { t.groups[1].openByDefault = true; },
  'another keyword': t => { t.keywords.push('other'); }
};

test('a template for another element, or with a visible job type, has the same form', () => {
  const sendTask = broken(t => { t.id = 'sound.Template.v1-send-task'; t.elementType.value = 'bpmn:SendTask'; });
  const hybrid = broken(t => {
    t.groups.unshift({ id: 'taskDefinitionType', label: 'Job type' });
    Object.assign(t.properties[0], { id: 'taskDefinitionType', label: 'Job type', type: 'String', group: 'taskDefinitionType' });
  });

  assert.deepEqual(byForm([ sound(), sendTask, hybrid ]).map(forms => forms.length), [ 3 ]);
});

test('a template with another default error expression has the same form', () => {
  const plant = value => t => {
    t.properties.push({
      type: 'Text', label: 'Error expression', group: t.groups[0].id, binding: { type: 'zeebe:taskHeader', key: 'errorExpression' },
      ...value
    });
  };

  assert.deepEqual(
    byForm([ broken(plant({ value: '=null' })), broken(plant({ description: 'No BPMN errors', placeholder: 'null', tooltip: 'Examples' })) ]).map(forms => forms.length),
    [ 2 ]);
});

for (const [ difference, plant ] of Object.entries(OTHERS)) {
  test(`a template with ${difference} has a different form`, () => {
    assert.deepEqual(byForm([ sound(), broken(plant) ]).map(forms => forms.length), [ 1, 1 ]);
  });
}
