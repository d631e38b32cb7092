/**
 * Templates by the form that they show: the same operation comes for several elements, and with a job type that shows. Such
 * templates differ in nothing but the job type's property and the template id that they write down.
 *
 * @param {import('./templates.js').Template[]} templates
 * @returns {import('./templates.js').Template[][]} each group led by the template with the shortest path
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

/** What templates of one form share. */
export function sameForm({ groups, properties, keywords, engines }) {
  const rest = properties.filter(property => !isJobType(property));
  const used = new Set(rest.map(({ group }) => group));
  return {
    jobType: properties.find(isJobType)?.value,
    groups: groups.filter(({ id }) => used.has(id)),
    properties: rest.map(property => property.binding.key === 'elementTemplateId' ? { ...property, value: 'the id' } : property),
    keywords,
    engines
  };
}

function isJobType({ binding }) {
  return binding.type === 'zeebe:taskDefinition' && binding.property === 'type';
}
