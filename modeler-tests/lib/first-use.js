import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { exported } from './filled.js';
import { paths } from './paths.js';

/** The task of the example that the test changes, and the new value of its field. */
export const TASK = 'create-customer';
export const NAME = { 'customer.name': '=name + " (newsletter)"' };

/** The mapping that the new value changes. */
export const CHANGED = { 'kustomer.in_customer_name': NAME['customer.name'] };

/** The example in the repository. */
export function example() {
  return readFileSync(join(paths.examples, 'welcome-customer.bpmn'), 'utf8');
}

/**
 * The first use of the connector: opens the example, selects the task, changes the name and saves.
 *
 * @param {import('./panel.js').Panel} panel
 * @param {import('./templates.js').Template[]} templates
 * @returns {Promise<string>} the diagram
 */
export async function firstUse(panel, templates) {
  await panel.open(example(), templates.map(({ json }) => json), TASK);
  const { json } = templates.find(({ name }) => name === `kustomer-${TASK}`);
  for (const [ id, value ] of Object.entries(NAME)) {
    await panel.fill(json.properties.find(property => property.id === id), value);
  }
  return exported(panel);
}
