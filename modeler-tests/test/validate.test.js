import assert from 'node:assert/strict';
import { test } from 'node:test';

import { duplicates, ruleProblems } from '../lib/rules.js';
import { schemaProblems, unknownKeys } from '../lib/schemas.js';
import { readTemplates } from '../lib/templates.js';

const templates = readTemplates();

test('there are templates', () => {
  assert.ok(templates.length >= 2);
});

for (const template of templates) {
  test(`${template.path} is valid for modelers 5.40, 5.46 and the newest`, () => {
    assert.deepEqual(schemaProblems(template), []);
  });

  test(`${template.path} has only keys of the schema`, () => {
    assert.deepEqual(unknownKeys(template), []);
  });

  test(`${template.path} follows the rules of the project`, () => {
    assert.deepEqual(ruleProblems(template), []);
  });
}

test('no two files have the same id and version', () => {
  assert.deepEqual(duplicates(templates), []);
});
