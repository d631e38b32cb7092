import { readdirSync } from 'node:fs';

/** One file for the fields of each resource, so that a new operation brings its own. */
const files = readdirSync(new URL('./samples/', import.meta.url)).sort();

const samples = await Promise.all(files.map(file => import(`./samples/${file}`)));

/** The few fields of a first use, by property id. @type {Record<string, string>} */
export const FEW = Object.assign({}, ...samples.map(({ few }) => few));

/** Something in every field. @type {Record<string, string>} */
export const ALL = Object.assign({}, FEW, ...samples.map(({ all }) => all));

/** The fields that nothing is typed into. @type {Set<string>} */
export const UNTOUCHED = new Set(samples.flatMap(({ untouched }) => untouched ?? []));

/** Of some values, those that a template has fields for. */
export function fitting({ properties }, values) {
  const ids = new Set(properties.filter(({ type }) => type !== 'Hidden').map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([ id ]) => ids.has(id)));
}
