import assert from 'node:assert/strict';
import { test } from 'node:test';

import { duplicates, ruleProblems } from '../lib/rules.js';
import { schemaProblems, unknownKeys } from '../lib/schemas.js';
import { broken, sound } from '../lib/sound.js';

test('the sound template is found sound', () => {
  const problems = [ schemaProblems, unknownKeys, ruleProblems ].flatMap(check => check(sound()));

  assert.deepEqual(problems, []);
});

const SCHEMA_FAULTS = {
  'an unknown type': [ t => { field(t, 'text').type = 'Txt'; }, /newest/ ],
  'a required optional field': [ t => { Object.assign(field(t, 'text'), { optional: true }); }, /modeler 5\.40/ ],
  'a default that is no expression': [ t => { field(t, 'list').value = 'plain'; }, /\/properties\/\d+\/value/ ],
  'what only newer modelers know': [ t => { field(t, 'text').type = 'Configuration'; }, /modeler 5\.40/ ],
  'a value that is deprecated': [ t => { delete field(t, 'hidden').value; }, /newest/ ]
};

for (const [ fault, [ plant, expected ] ] of Object.entries(SCHEMA_FAULTS)) {
  test(`the official schemas refuse ${fault}`, () => {
    assert.match(schemaProblems(broken(plant)).join('\n'), expected);
  });
}

test('a slip of the pen in a key is seen', () => {
  assert.deepEqual(unknownKeys(broken(t => { field(t, 'text').placehodler = 'x'; })).length, 1);
});

test('two files with one id and version are seen', () => {
  assert.match(duplicates([ sound(), sound() ]).join(), /sound\.Template\.v1 version 1/);
});

const RULE_FAULTS = {
  'an id twice under one condition': [ t => t.properties.push({ ...field(t, 'text'), binding: { type: 'zeebe:input', name: 'other' } }), /text is there twice/ ],
  'one binding twice': [ t => t.properties.push({ ...field(t, 'text'), id: 'again' }), /text and again write to one binding/ ],
  'a condition on nothing': [ t => { field(t, 'host').condition.property = 'plcae'; }, /not an earlier property/ ],
  'a condition on a later property': [ t => t.properties.reverse(), /not an earlier property/ ],
  'a condition on what is no choice': [ t => { field(t, 'host').condition.equals = 'nowhere'; }, /cannot be: nowhere/ ],
  'a oneOf with what is no choice': [ t => { field(t, 'host').condition = { property: 'place', oneOf: [ 'far', 'nowhere' ] }; }, /cannot be: nowhere/ ],
  'an allMatch with what is no choice': [ t => { field(t, 'host').condition = { allMatch: [ { property: 'place', equals: 'nowhere' } ] }; }, /cannot be: nowhere/ ],
  'a default that is no choice': [ t => { field(t, 'place').value = 'nowhere'; }, /is no choice/ ],
  'a default that misses its pattern': [ t => { field(t, 'host').value = 'FAR'; }, /misses its own pattern/ ],
  'a default that is no expression': [ t => { field(t, 'list').value = 'plain'; }, /must begin with "="/ ],
  'an undeclared group': [ t => { field(t, 'text').group = 'mian'; }, /not declared: mian/ ],
  'a field without a group': [ t => { delete field(t, 'text').group; }, /not declared: undefined/ ],
  'an empty group': [ t => t.groups.push({ id: 'lonely', label: 'Lonely' }), /lonely is empty/ ],
  'a group twice': [ t => t.groups.push(t.groups[0]), /declared twice/ ],
  'a broken pattern': [ t => { field(t, 'host').constraints.pattern.value = '^(a'; }, /no regular expression/ ],
  'a pattern that marks an empty field': [ t => { delete field(t, 'host').constraints.notEmpty; }, /must accept an empty field/ ],
  'an optional input': [ t => { field(t, 'list').optional = true; }, /leak/ ],
  'a field without a description': [ t => { delete field(t, 'text').description; }, /text must have a label and a description/ ],
  'a field without an example': [ t => { delete field(t, 'text').placeholder; }, /text must have an example/ ],
  'a placeholder with an equals sign': [ t => { field(t, 'text').placeholder = '=name'; }, /hint of text begins with "="/ ],
  'an expression whose hint repeats the equals sign': [ t => { field(t, 'list').description = 'Such as =["one"]'; }, /hint of list begins with "="/ ],
  'a pinned schema': [ t => { t.$schema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema@0.46.0/resources/schema.json'; }, /pinned/ ],
  'a heavy icon': [ t => { t.icon.contents += 'A'.repeat(4000); }, /icon/ ],
  'no icon': [ t => { delete t.icon; }, /icon/ ],
  'no keywords': [ t => { t.metadata = { keywords: t.keywords }; delete t.keywords; }, /keywords/ ]
};

for (const [ fault, [ plant, expected ] ] of Object.entries(RULE_FAULTS)) {
  test(`the rules refuse ${fault}`, () => {
    assert.match(ruleProblems(broken(plant)).join('\n'), expected);
  });
}

function field({ properties }, id) {
  return properties.find(property => property.id === id);
}
