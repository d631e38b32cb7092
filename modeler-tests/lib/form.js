/**
 * The expected form and diagram of a template for given values. It is independent of the modeler's code, so that the
 * tests compare two implementations.
 */

/**
 * @typedef {object} Field
 * @property {object} property the property of the template
 * @property {string} value the typed or chosen value; empty if there is none
 */

/**
 * The properties whose conditions are true, in their order, with their values.
 *
 * @param {object} json the template
 * @param {Record<string, string>} typed values by property id; other properties have their defaults
 * @returns {Field[]}
 */
export function activeFields({ properties, elementType }, typed = {}) {
  const values = new Map();
  const active = [];
  for (const property of properties) {
    if (holds(property.condition, values) && !isUnused(property, elementType)) {
      const value = String(typed[property.id] ?? property.value ?? '');
      values.set(property.id, value);
      active.push({ property, value });
    }
  }
  return active;
}

/** The visible fields. @returns {Field[]} */
export function visibleFields(json, typed) {
  return activeFields(json, typed).filter(({ property }) => property.type !== 'Hidden');
}

/** The expected element after the fields are filled, in the shape of {@link import('./bpmn.js').readElement}. */
export function expectedElement(json, typed) {
  const element = {
    type: json.elementType?.value ?? json.appliesTo[0],
    event: json.elementType?.eventDefinition ?? null,
    template: json.id,
    version: String(json.version),
    icon: json.icon.contents,
    task: {},
    inputs: {},
    headers: {},
    properties: {},
    subscription: {}
  };
  activeFields(json, typed).forEach(({ property, value }) => bind(element, property, asWritten(property, value)));
  return element;
}

function bind(element, { binding, optional }, value) {
  switch (binding.type) {
  case 'zeebe:taskDefinition':
    element.task[binding.property] = value;
    break;
  case 'zeebe:input':
    if (value !== '' || !optional) {
      element.inputs[binding.name] = value;
    }
    break;
  case 'zeebe:taskHeader':
    if (value !== '') {
      element.headers[binding.key] = value;
    }
    break;
  case 'zeebe:property':
    element.properties[binding.name] = value;
    break;
  case 'bpmn:Message#zeebe:subscription#property':
    element.subscription[binding.name] = value;
    break;
  case 'property':
  case 'bpmn:Message#property':
    break;
  default:
    throw new Error(`These checks do not support the binding ${binding.type}`);
  }
}

/** Numbers and booleans become FEEL expressions if the field accepts FEEL. */
function asWritten({ type, feel }, value) {
  const typed = feel && (type === 'Number' || type === 'Boolean');
  return typed && value !== '' && !value.startsWith('=') ? `=${value}` : value;
}

/** The modeler has no subscription for a start event outside an event sub-process, because nothing waits there. */
function isUnused({ binding }, elementType) {
  return elementType?.value === 'bpmn:StartEvent' && binding.type === 'bpmn:Message#zeebe:subscription#property';
}

function holds(condition, values) {
  if (!condition) {
    return true;
  }
  if (condition.allMatch) {
    return condition.allMatch.every(part => holds(part, values));
  }
  const value = values.get(condition.property);
  if (condition.isActive !== undefined) {
    return condition.isActive === (value !== undefined);
  }
  if (condition.oneOf) {
    return condition.oneOf.map(String).includes(value);
  }
  if (condition.equals !== undefined) {
    return String(condition.equals) === value;
  }
  throw new Error(`These checks do not support the condition ${JSON.stringify(condition)}`);
}
