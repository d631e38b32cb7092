/**
 * Groups templates by their form. One operation has several templates: for different elements, and with a visible job
 * type. Their forms differ only in the property of the job type, in the template id, and in the default and the hints of
 * the error expression, because events can't throw BPMN errors.
 *
 * @param {import('./templates.js').Template[]} templates
 * @returns {import('./templates.js').Template[][]} the groups; the template with the shortest path is the first of its
 *     group
 */
export function byForm(templates) {
  const groups = new Map();
  for (const template of [ ...templates ].sort((a, b) => a.path.length - b.path.length)) {
    const key = JSON.stringify(sameForm(template.json));
    groups.set(key, [ ...groups.get(key) ?? [], template ]);
  }
  return [ ...groups.values() ];
}

/** The first template of each form. @param {import('./templates.js').Template[]} templates */
export function leaders(templates) {
  return byForm(templates).map(([ leader ]) => leader);
}

/** The parts of a template that all templates with the same form share. */
export function sameForm({ groups, properties, keywords, engines }) {
  const rest = properties.filter(property => !isJobType(property));
  const used = new Set(rest.map(({ group }) => group));
  return {
    jobType: properties.find(isJobType)?.value,
    groups: groups.filter(({ id }) => used.has(id)),
    properties: rest.map(comparable),
    keywords,
    engines
  };
}

function comparable(property) {
  if (property.binding.key === 'elementTemplateId') {
    return { ...property, value: 'the id' };
  }
  if (property.binding.key === 'errorExpression') {
    const { value, description, placeholder, tooltip, ...rest } = property;
    return rest;
  }
  return property;
}

function isJobType({ binding }) {
  return binding.type === 'zeebe:taskDefinition' && binding.property === 'type'
    || binding.type === 'zeebe:property' && binding.name === 'inbound.type';
}
