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
  const { Modeler, templatesModule, behaviorsModule, zeebe } = await built('headless');
  const errors = [];
  const modeler = new Modeler({ additionalModules: [ templatesModule, behaviorsModule ], moddleExtensions: { zeebe } });
  modeler.on('elementTemplates.errors', event => errors.push(...event.errors));
  await modeler.importXML(diagram(json, options));

  const templates = modeler.get('elementTemplates');
  templates.setEngines({ camunda: options?.version ?? '8.8.0' });
  modeler.get('elementTemplatesLoader').setTemplates([ filled(json, values) ]);
  const element = modeler.get('elementRegistry').get(ELEMENT);
  const [ offered ] = templates.getLatest(element);
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
