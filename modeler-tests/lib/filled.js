import { readElement, settled } from './bpmn.js';
import { diagram, ELEMENT } from './diagram.js';
import { expectedElement, visibleFields } from './form.js';
import { eventually } from './poll.js';
import { all } from './samples.js';

/** A value for every field of a template, by property id. */
export function everything(json) {
  return all(json);
}

/**
 * Fills all fields of a form by mouse and keyboard, from top to bottom.
 *
 * @param {import('./panel.js').Panel} panel
 * @param {import('./templates.js').Template} template
 * @param {object[]} templates the templates to offer
 */
export async function fillEverything(panel, { name, json }, templates) {
  await panel.open(diagram(json, { id: `filled-${name}` }), templates, ELEMENT);
  await panel.choose(json.id);
  await panel.openGroups();
  const typed = everything(json);
  for (const { property } of visibleFields(json, typed).filter(({ property }) => property.id in typed)) {
    await panel.fill(property, typed[property.id]);
  }
  await eventually(async () => readElement(await panel.xml(), ELEMENT), expectedElement(json, typed));
}

/** The exported diagram with numbered ids, so that it can be compared and committed. */
export async function exported(panel) {
  return settled(await panel.xml());
}
