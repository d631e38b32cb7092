import assert from 'node:assert/strict';
import { test } from 'node:test';

import { duplicates, ruleProblems } from '../lib/rules.js';
import { schemaProblems, unknownKeys } from '../lib/schemas.js';
import { broken, sound } from '../lib/sound.js';

test('the valid template has no problems', () => {
  const problems = [ schemaProblems, unknownKeys, ruleProblems ].flatMap(check => check(sound()));

  assert.deepEqual(problems, []);
});

const SCHEMA_FAULTS = {
  'an unknown type': [ t => { field(t, 'text').type = 'Txt'; }, /newest/ ],
  'a required optional field': [ t => { Object.assign(field(t, 'text'), { optional: true }); }, /modeler 5\.40/ ],
  'a default that is not an expression': [ t => { field(t, 'list').value = 'plain'; }, /\/properties\/\d+\/value/ ],
  'a type that only newer modelers support': [ t => { field(t, 'text').type = 'Configuration'; }, /modeler 5\.40/ ],
  'a missing value of a hidden property': [ t => { delete field(t, 'hidden').value; }, /newest/ ]
};

for (const [ fault, [ plant, expected ] ] of Object.entries(SCHEMA_FAULTS)) {
  test(`the official schemas refuse ${fault}`, () => {
    assert.match(schemaProblems(broken(plant)).join('\n'), expected);
  });
}

test('a misspelled key is detected', () => {
  assert.deepEqual(unknownKeys(broken(t => { field(t, 'text').placehodler = 'x'; })).length, 1);
});

test('two files with the same id and version are detected', () => {
  assert.match(duplicates([ sound(), sound() ]).join(), /sound\.Template\.v1 version 1/);
});

const RULE_FAULTS = {
  'an id used twice under the same condition': [ t => t.properties.push({ ...field(t, 'text'), binding: { type: 'zeebe:input', name: 'other' } }), /text occurs twice/ ],
  'a binding used twice': [ t => t.properties.push({ ...field(t, 'text'), id: 'again' }), /text and again have the same binding/ ],
  'a condition on an unknown property': [ t => { field(t, 'host').condition.property = 'plcae'; }, /not an earlier property/ ],
  'a condition on a later property': [ t => t.properties.reverse(), /not an earlier property/ ],
  'a condition on a value that is not a choice': [ t => { field(t, 'host').condition.equals = 'nowhere'; }, /with nowhere, which is not one of its values/ ],
  'a oneOf with a value that is not a choice': [ t => { field(t, 'host').condition = { property: 'place', oneOf: [ 'far', 'nowhere' ] }; }, /with nowhere, which is not one of its values/ ],
  'an allMatch with a value that is not a choice': [ t => { field(t, 'host').condition = { allMatch: [ { property: 'place', equals: 'nowhere' } ] }; }, /with nowhere, which is not one of its values/ ],
  'a default that is not a choice': [ t => { field(t, 'place').value = 'nowhere'; }, /is not a choice/ ],
  'a default that does not match its pattern': [ t => { field(t, 'host').value = 'FAR'; }, /does not match its own pattern/ ],
  'a default that is not an expression': [ t => { field(t, 'list').value = 'plain'; }, /must begin with "="/ ],
  'an undeclared group': [ t => { field(t, 'text').group = 'mian'; }, /not declared: mian/ ],
  'a field without a group': [ t => { delete field(t, 'text').group; }, /not declared: undefined/ ],
  'an empty group': [ t => t.groups.push({ id: 'lonely', label: 'Lonely' }), /lonely is empty/ ],
  'a group declared twice': [ t => t.groups.push(t.groups[0]), /declared twice/ ],
  'an invalid pattern': [ t => { field(t, 'host').constraints.pattern.value = '^(a'; }, /not a regular expression/ ],
  'a pattern that marks an empty field': [ t => { delete field(t, 'host').constraints.notEmpty; }, /must accept an empty field/ ],
  'an optional input': [ t => { field(t, 'list').optional = true; }, /override it/ ],
  'a field without a description': [ t => { delete field(t, 'text').description; }, /text must have a label and a description/ ],
  'a field without an example': [ t => { delete field(t, 'text').placeholder; }, /text must have an example/ ],
  'a placeholder with an equals sign': [ t => { field(t, 'text').placeholder = '=name'; }, /hint of text begins with "="/ ],
  'an expression whose hint repeats the equals sign': [ t => { field(t, 'list').description = 'Such as =["one"]'; }, /hint of list begins with "="/ ],
  'another name for a shared group': [ t => t.groups.push({ id: 'options', label: 'Settings' }), /options has another name/ ],
  'one name for two groups': [ t => { t.groups[1].label = 'Main'; }, /two groups have the name Main/ ],
  'a required field that is not marked': [ t => { field(t, 'list').description = 'Required, such as ["one"]'; }, /list is required according to its hint/ ],
  'a preset record of an irreversible task': [ t => { Object.assign(field(t, 'text'), { value: '=id', tooltip: 'This cannot be undone' }); }, /text has a default that destroys/ ],
  'a preset action that deletes': [ t => { field(t, 'place').choices.push({ name: 'Delete', value: 'delete' }); field(t, 'place').value = 'delete'; }, /place has a default that destroys/ ],
  'an irreversible field that may be empty': [ t => { field(t, 'list').tooltip += '. This can\'t be undone'; }, /list must be required/ ],
  'a placeholder that its own pattern refuses': [ t => { field(t, 'host').placeholder = 'FAR'; }, /host has a placeholder that its own pattern refuses/ ],
  'a default that returns after an update': [ t => { delete field(t, 'list').tooltip; }, /list must explain what an update/ ],
  'a hint about a default that is not there': [ t => { delete field(t, 'list').value; }, /list has no default that an update/ ],
  'a pinned schema': [ t => { t.$schema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema@0.46.0/resources/schema.json'; }, /must not have a version/ ],
  'an icon that is too large': [ t => { t.icon.contents += 'A'.repeat(4000); }, /icon/ ],
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
