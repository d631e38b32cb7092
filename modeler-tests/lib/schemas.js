import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import * as newest from '@bpmn-io/element-templates-validator';
import of540 from 'validator-modeler-5.40';
import of546 from 'validator-modeler-5.46';

/** The official validator in the versions of the modelers: 5.40 is from Camunda 8.8, 5.46 from 8.9. */
const VALIDATORS = { 'modeler 5.40': of540, 'modeler 5.46': of546, newest };

const SCHEMA = createRequire(import.meta.url).resolve('@camunda/zeebe-element-templates-json-schema/resources/schema.json');

/**
 * The problems that the official schemas find. @param {import('./templates.js').Template} template @returns {string[]}
 */
export function schemaProblems({ text, json }) {
  return Object.entries(VALIDATORS).flatMap(([ modeler, validator ]) => {
    const { errors, warnings } = validator.validateZeebe(text);
    return [ ...errors ?? [], ...(warnings ?? []).filter(warning => !isFalseAlarm(warning, json)) ]
      .map(problem => `${modeler}: ${place(problem)}: ${problem.message}`);
  });
}

/**
 * The keys that the newest schema does not contain. The schema itself accepts any key, even a misspelled one. @returns
 * {string[]}
 */
export function unknownKeys({ json }) {
  const known = knownKeys();
  return keysWithin(json, '').filter(({ key }) => !known.has(key)).map(({ at }) => `${at}: the schema has no such key`);
}

/** Whether a warning is wrong: the schema deprecates every default of a FEEL field, even a correct expression. */
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
