import { template } from './templates.js';

const text = (id, more) => ({
  id, label: id, description: `What ${id} is for`, placeholder: 'some', type: 'String', group: 'main', feel: 'optional', optional: false, binding: { type: 'zeebe:input', name: `sound.${id}` }, ...more
});

const SOUND = {
  $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
  name: 'Sound template',
  id: 'sound.Template.v1',
  version: 1,
  description: 'Has one of each',
  documentationRef: 'https://example.org',
  keywords: [ 'soundness', 'healthy' ],
  category: { id: 'connectors', name: 'Connectors' },
  appliesTo: [ 'bpmn:Task' ],
  elementType: { value: 'bpmn:ServiceTask' },
  engines: { camunda: '^8.8' },
  groups: [ { id: 'main', label: 'Main', openByDefault: true }, { id: 'more', label: 'More' } ],
  properties: [
    { type: 'Hidden', value: 'sound:template:1', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    { id: 'hidden', type: 'Hidden', value: '1', group: 'more', binding: { type: 'zeebe:taskHeader', key: 'elementTemplateVersion' } },
    text('text', { constraints: { notEmpty: true } }),
    {
      id: 'place',
      label: 'place',
      description: 'Where it is',
      type: 'Dropdown',
      value: 'near',
      group: 'main',
      choices: [ { name: 'Near', value: 'near' }, { name: 'Far', value: 'far' } ],
      binding: { type: 'zeebe:input', name: 'sound.place' }
    },
    text('host', {
      condition: { property: 'place', equals: 'far', type: 'simple' },
      constraints: { notEmpty: true, pattern: { value: '^(=.*|[a-z]+)$', message: 'must be small letters' } }
    }),
    text('list', { type: 'Text', feel: 'required', group: 'more', value: '=["one"]', tooltip: 'If you empty it, an update of the template fills in the default again' })
  ],
  icon: { contents: 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxOCIgaGVpZ2h0PSIxOCIvPg==' }
};

/** A small valid template, in which the tests plant faults. */
export function sound() {
  return template('sound.json', JSON.stringify(SOUND, null, 2));
}

/** The valid template with a planted fault. @param {(json: object) => void} plant */
export function broken(plant) {
  const { json } = sound();
  plant(json);
  return template('broken.json', JSON.stringify(json, null, 2));
}
