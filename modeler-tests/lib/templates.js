import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

import { paths } from './paths.js';

/**
 * @typedef {object} Template
 * @property {string} path the path below the folder, with slashes
 * @property {string} name the file name without folder and extension
 * @property {string} text the content of the file
 * @property {object} json the parsed content
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

/** The highest version of each id, which is the one that a modeler offers. @param {Template[]} templates */
export function newest(templates) {
  const version = ({ json }) => json.version ?? 0;
  return templates.filter(one =>
    templates.every(other => other.json.id !== one.json.id || version(other) <= version(one)));
}

/** All BPMN files in a folder, without subfolders. */
export function readDiagrams(folder) {
  return readdirSync(folder)
    .filter(file => file.endsWith('.bpmn'))
    .sort()
    .map(file => ({ path: `${basename(folder)}/${file}`, xml: readFileSync(join(folder, file), 'utf8') }));
}
