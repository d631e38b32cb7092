import { readElement, settled } from './bpmn.js';
import { diagram, ELEMENT } from './diagram.js';
import { expectedElement, visibleFields } from './form.js';
import { eventually } from './poll.js';
import { all } from './samples.js';

/** What somebody types who leaves no field out. */
export function everything(json) {
  return all(json);
}

/**
 * Fills a whole form by mouse and keyboard, group by group and from top to bottom.
 *
 * @param {import('./panel.js').Panel} panel
 * @param {import('./templates.js').Template} template
 * @param {object[]} templates all that are offered
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

/** The exported diagram as it can be compared and kept. */
export async function exported(panel) {
  return settled(await panel.xml());
}
