import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import * as newest from '@bpmn-io/element-templates-validator';
import of540 from 'validator-modeler-5.40';
import of546 from 'validator-modeler-5.46';

/** The official validator, as the modelers have it: 5.40 came with Camunda 8.8, 5.46 with 8.9. */
const VALIDATORS = { 'modeler 5.40': of540, 'modeler 5.46': of546, newest };

const SCHEMA = createRequire(import.meta.url).resolve('@camunda/zeebe-element-templates-json-schema/resources/schema.json');

/** What the official schemas find wrong. @param {import('./templates.js').Template} template @returns {string[]} */
export function schemaProblems({ text, json }) {
  return Object.entries(VALIDATORS).flatMap(([ modeler, validator ]) => {
    const { errors, warnings } = validator.validateZeebe(text);
    return [ ...errors ?? [], ...(warnings ?? []).filter(warning => !isFalseAlarm(warning, json)) ]
      .map(problem => `${modeler}: ${place(problem)}: ${problem.message}`);
  });
}

/** Keys that the newest schema never mentions: it accepts any, so a slip of the pen passes. @returns {string[]} */
export function unknownKeys({ json }) {
  const known = knownKeys();
  return keysWithin(json, '').filter(({ key }) => !known.has(key)).map(({ at }) => `${at}: the schema knows no such key`);
}

/** The schema deprecates each default of a FEEL field, also one that is an expression, as it should be. */
function isFalseAlarm(warning, json) {
  const [ , index ] = /^\/properties\/(\d+)\/value$/.exec(place(warning)) ?? [];
  const property = json.properties[index];
  return property?.feel === 'required' && String(property.value).startsWith('=');
}

function place({ dataPath, instancePath }) {
  return dataPath ?? instancePath ?? '';
}

function knownKeys() {
  const known = new Set();
  const collect = schema => {
    if (schema && typeof schema === 'object') {
      Object.keys(schema.properties ?? {}).forEach(key => known.add(key));
      Object.values(schema).forEach(collect);
    }
  };
  collect(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  return known;
}

function keysWithin(value, at) {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => keysWithin(item, `${at}/${index}`));
  }
  if (!value || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([ key, inner ]) => [
    { key, at: `${at}/${key}` },
    ...keysWithin(inner, `${at}/${key}`)
  ]);
}
