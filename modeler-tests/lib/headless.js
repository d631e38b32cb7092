import { built } from './build.js';
import { settled } from './bpmn.js';
import { diagram, ELEMENT } from './diagram.js';

/**
 * Applies a template with the modeler's libraries, without a user interface. The values replace the defaults.
 *
 * @param {object} json the template
 * @param {Record<string, string>} values by property id
 * @param {object} [options] the options of the diagram
 * @returns {Promise<string>} the diagram
 * @throws {Error} if the modeler rejects the template or does not offer it for its element
 */
export async function apply(json, values, options) {
  return applyTo(diagram(json, options), [ filled(json, values) ], options);
}

/**
 * Applies a template to the element of a diagram that has another template.
 *
 * @param {string} xml the diagram
 * @param {object} before the other template
 * @param {object} json the template
 * @returns {Promise<string>} the diagram
 */
export function change(xml, before, json) {
  return applyTo(xml, [ json, before ]);
}

/** Applies the first of the templates. */
async function applyTo(diagramXml, [ json, ...others ], options) {
  const { Modeler, templatesModule, behaviorsModule, zeebe } = await built('headless');
  const errors = [];
  const modeler = new Modeler({ additionalModules: [ templatesModule, behaviorsModule ], moddleExtensions: { zeebe } });
  modeler.on('elementTemplates.errors', event => errors.push(...event.errors));
  await modeler.importXML(diagramXml);

  const templates = modeler.get('elementTemplates');
  templates.setEngines({ camunda: options?.version ?? '8.8.0' });
  modeler.get('elementTemplatesLoader').setTemplates([ json, ...others ]);
  const element = modeler.get('elementRegistry').get(ELEMENT);
  const offered = templates.getLatest(element).find(({ id }) => id === json.id);
  if (!offered || errors.length > 0) {
    throw new Error(`The modeler does not offer ${json.id}: ${errors.map(({ message }) => message)}`);
  }
  templates.applyTemplate(element, offered);
  const { xml } = await modeler.saveXML({ format: true });
  return settled(xml);
}

/** The template with the values as defaults, so that its conditions use them. */
function filled(json, values) {
  const properties = json.properties.map(property =>
    property.id in values ? { ...property, value: values[property.id] } : property);
  return { ...json, properties };
}
