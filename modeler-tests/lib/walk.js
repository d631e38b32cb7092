import assert from 'node:assert/strict';

import { readElement } from './bpmn.js';
import { ELEMENT } from './diagram.js';
import { activeFields, expectedElement, visibleFields } from './form.js';
import { eventually } from './poll.js';

/**
 * The expected fields of a form by group, in the shape of {@link import('./panel.js').Panel.form}. The first property
 * of a group determines its position, even if it is hidden.
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
 * All choices of all dropdowns, each in all combinations of the earlier choices that make its dropdown visible.
 *
 * @returns {Record<string, string>[]} by property id, in the order of the form
 */
export function stops(json) {
  return json.properties
    .filter(({ type }) => type === 'Dropdown')
    .flatMap(property => ways(json, property.condition)
      .flatMap(way => property.choices.map(({ value }) => ({ ...way, [property.id]: value }))));
}

/** The fields that are edited as FEEL expressions, in the shape of {@link import('./panel.js').Panel.expressions}. */
function expectedExpressions(json, values) {
  const groups = expectedForm(json, values).map(({ id }) => id);
  return visibleFields(json, values)
    .filter(({ property: { feel }, value }) => feel === 'required' || feel === 'optional' && value.startsWith('='))
    .sort((one, two) => groups.indexOf(one.property.group) - groups.indexOf(two.property.group))
    .map(({ property: { group, label } }) => `${group}: ${label}`);
}

/**
 * Walks through the form of a template that has just been applied. At each stop, it compares the visible fields and
 * the diagram with the template.
 *
 * @param {{ patience?: number }} [options] the time limit of each comparison, in milliseconds
 * @returns {Promise<{ stops: number, fields: number }>} the numbers of stops and fields compared
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
 * Compares the visible fields and the diagram with the template for the given values. An emptied field keeps the FEEL
 * mode of the field that was at its place before, so what is typed into it can become an expression.
 *
 * @returns {Promise<number>} the number of fields
 */
export async function arrive(panel, json, values = {}, { patience, place } = {}) {
  await panel.openGroups();
  await eventually(() => shown(panel), expectedForm(json, values), place, patience);
  await eventually(async () => readElement(await panel.xml(), ELEMENT), expectedElement(json, values), place, patience);
  await eventually(() => panel.expressions(), expectedExpressions(json, values), `expressions ${place ?? ''}`, patience);
  assert.deepEqual(await panel.longHints(), [], 'no hint takes more than two lines');
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

/** Removes the values that the modeler forgets: those of hidden fields, and of a variant that lacks the choice. */
function stillThere(json, values) {
  const shown = new Map(activeFields(json, values).map(({ property }) => [ property.id, property ]));
  return Object.fromEntries(Object.entries(values).filter(([ id, value ]) => shown.has(id) && offers(shown.get(id), value)));
}

function offers({ type, choices }, value) {
  return type !== 'Dropdown' || choices.some(choice => choice.value === value);
}

async function shown(panel) {
  return (await panel.form()).map(({ id, title, fields }) => ({ id, title, fields }));
}
