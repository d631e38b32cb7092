import { readElement } from './bpmn.js';
import { ELEMENT } from './diagram.js';
import { activeFields, expectedElement, visibleFields } from './form.js';
import { eventually } from './poll.js';

/**
 * The fields of a form by group, as {@link import('./panel.js').Panel.form} shows them. A group stands where its first property
 * stands, be it a hidden one.
 */
export function expectedForm(json, values) {
  const visible = visibleFields(json, values).map(({ property }) => property);
  return [ ...new Set(activeFields(json, values).map(({ property }) => property.group)) ]
    .filter(id => visible.some(({ group }) => group === id))
    .map(id => ({
      id,
      title: json.groups.find(group => group.id === id).label,
      fields: visible.filter(({ group }) => group === id).map(({ label }) => label)
    }));
}

/**
 * Every way to every choice of every dropdown: what is chosen before, and the choice.
 *
 * @returns {Record<string, string>[]} by property id, in the order of the form
 */
export function stops(json) {
  return json.properties
    .filter(({ type }) => type === 'Dropdown')
    .flatMap(property => ways(json, property.condition)
      .flatMap(way => property.choices.map(({ value }) => ({ ...way, [property.id]: value }))));
}

/**
 * Walks through a form that has just been chosen. At each stop, the fields that show and what the diagram holds must be what
 * the template says.
 *
 * @param {{ patience?: number }} [options] milliseconds to wait for each
 * @returns {Promise<{ stops: number, fields: number }>} what was compared
 */
export async function walk(panel, json, { patience } = {}) {
  let values = {};
  const compared = { stops: 0, fields: 0 };
  for (const stop of [ {}, ...stops(json) ]) {
    for (const [ id, value ] of Object.entries(stop)) {
      if (current(json, values, id) !== value) {
        await panel.openGroups();
        await panel.fill(active(json, values, id), value);
        values = stillThere(json, { ...values, [id]: value });
      }
    }
    compared.fields += await arrive(panel, json, values, { patience, place: `after ${JSON.stringify(stop)}` });
    compared.stops += 1;
  }
  return compared;
}

/**
 * Compares the fields that show, and what the diagram holds, with what the template says for the given values.
 *
 * @returns {Promise<number>} how many fields
 */
export async function arrive(panel, json, values = {}, { patience, place } = {}) {
  await panel.openGroups();
  await eventually(() => shown(panel), expectedForm(json, values), place, patience);
  await eventually(async () => readElement(await panel.xml(), ELEMENT), expectedElement(json, values), place, patience);
  return visibleFields(json, values).length;
}

function ways(json, condition) {
  if (!condition) {
    return [ {} ];
  }
  if (condition.allMatch) {
    return condition.allMatch.reduce(
      (all, part) => all.flatMap(way => ways(json, part).map(more => ({ ...way, ...more }))), [ {} ]);
  }
  const driver = json.properties.find(({ id }) => id === condition.property);
  const values = condition.oneOf ?? [ condition.equals ];
  return ways(json, driver.condition).flatMap(way => values.map(value => ({ ...way, [driver.id]: value })));
}

function current(json, values, id) {
  return activeFields(json, values).find(({ property }) => property.id === id)?.value;
}

function active(json, values, id) {
  return activeFields(json, values).find(({ property }) => property.id === id).property;
}

/** A field that hides forgets what was typed. */
function stillThere(json, values) {
  const ids = new Set(activeFields(json, values).map(({ property }) => property.id));
  return Object.fromEntries(Object.entries(values).filter(([ id ]) => ids.has(id)));
}

async function shown(panel) {
  return (await panel.form()).map(({ id, title, fields }) => ({ id, title, fields }));
}
