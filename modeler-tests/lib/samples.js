import { readdirSync } from 'node:fs';

/** One file per resource, so that a new operation adds its own file. */
const files = readdirSync(new URL('./samples/', import.meta.url)).sort();

const samples = await Promise.all(files.map(file => import(`./samples/${file}`)));

const shared = key => Object.assign({}, ...samples.map(sample => sample[key]));

const operations = shared('operations');

const untouched = samples.flatMap(sample => sample.untouched ?? []);

/** The values of a first use, by property id, for the fields of a template. @returns {Record<string, string>} */
export function few(json) {
  return fitting(json, { ...shared('few'), ...operations[operationOf(json)]?.few });
}

/** A value for every field of a template. @returns {Record<string, string>} */
export function all(json) {
  return { ...few(json), ...fitting(json, { ...shared('all'), ...operations[operationOf(json)]?.all }) };
}

/** The fields of a template without a sample value. @returns {string[]} */
export function forgotten(json) {
  const values = all(json);
  return json.properties
    .filter(({ type }) => type !== 'Hidden')
    .map(({ id }) => id)
    .filter(id => !(id in values) && !untouched.includes(id));
}

/** The values for which a template has a field. */
export function fitting({ properties }, values) {
  const ids = new Set(properties.filter(({ type }) => type !== 'Hidden').map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([ id ]) => ids.has(id)));
}

/** The operation in the job type or connector type, such as `create-customer` in `kustomer:create-customer:1`. */
function operationOf({ properties }) {
  const { value } = properties.find(({ binding }) => binding.property === 'type' || binding.name === 'inbound.type');
  return value.split(':')[1];
}
