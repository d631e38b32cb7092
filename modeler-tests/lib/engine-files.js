import { exported, fillEverything } from './filled.js';
import { apply } from './headless.js';
import { few } from './samples.js';

/** The diagram that the engine tests run for a template: a few fields filled, most of them from process variables. */
export function engineFile({ name, json }) {
  return apply(json, few(json), { id: name });
}

/** The diagram that the engine tests run for a form with all fields filled, made in the browser. */
export async function filledFile(panel, template, templates) {
  await fillEverything(panel, template, templates.map(({ json }) => json));
  return exported(panel);
}
