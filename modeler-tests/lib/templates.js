import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

import { paths } from './paths.js';

/**
 * @typedef {object} Template
 * @property {string} path below the folder, with slashes
 * @property {string} name of the file, without folder and ending
 * @property {string} text the file
 * @property {object} json what it says
 */

/** Every template below a folder, ordered by path. @returns {Template[]} */
export function readTemplates(folder = paths.templates) {
  return readdirSync(folder, { recursive: true })
    .filter(file => file.endsWith('.json'))
    .map(file => file.split(sep).join('/'))
    .sort()
    .map(path => template(path, readFileSync(join(folder, path), 'utf8')));
}

/** A template from its text. @returns {Template} */
export function template(path, text) {
  return { path, name: basename(path, '.json'), text, json: JSON.parse(text) };
}

/** Only the highest version of each id: what a modeler offers. @param {Template[]} templates */
export function newest(templates) {
  const version = ({ json }) => json.version ?? 0;
  return templates.filter(one =>
    templates.every(other => other.json.id !== one.json.id || version(other) <= version(one)));
}

/** Every BPMN file directly in a folder. */
export function readDiagrams(folder) {
  return readdirSync(folder)
    .filter(file => file.endsWith('.bpmn'))
    .sort()
    .map(file => ({ path: `${basename(folder)}/${file}`, xml: readFileSync(join(folder, file), 'utf8') }));
}
