import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { exported } from './filled.js';
import { paths } from './paths.js';

/** The task of the example that somebody changes, and what they change in its form. */
export const TASK = 'create-customer';
export const NAME = { 'customer.name': '=name + " (newsletter)"' };

/** The example as it is in the repository. */
export function example() {
  return readFileSync(join(paths.examples, 'welcome-customer.bpmn'), 'utf8');
}

/**
 * What somebody does who tries the connector: opens the example, clicks the task, writes another name, saves.
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
