/** Rules for mistakes in a template that the modeler accepts. */

const ICON_LIMIT = 3 * 1024;

const RULES = [
  idsAreUnique,
  bindingsAreUnique,
  conditionsHoldTogether,
  defaultsAreAllowed,
  groupsAreDeclaredAndUsed,
  patternsCompile,
  patternsAllowEmptyFields,
  emptyInputsDoNotLeak,
  hintsHelp,
  groupsHaveOneName,
  requiredFieldsAreMarked,
  defaultsDestroyNothing,
  placeholdersAreAccepted,
  emptiedFieldsAreExplained,
  metadataHelpsToFind
];

/** The labels of the groups that all forms share. */
const SHARED_GROUPS = {
  connection: 'Authentication and server',
  moreFields: 'More fields',
  options: 'Options',
  output: 'Output mapping',
  error: 'Error handling',
  retries: 'Retries'
};

const DESTRUCTIVE = [ 'delete', 'remove', 'replace', 'complete', 'merge' ];

/**
 * The problems that the rules find in a template. @param {import('./templates.js').Template} template @returns
 * {string[]}
 */
export function ruleProblems({ json }) {
  return RULES.flatMap(rule => [ ...rule(json) ]);
}

/**
 * The files that have the same id and version. @param {import('./templates.js').Template[]} templates @returns
 * {string[]}
 */
export function duplicates(templates) {
  return repeated(templates, ({ json }) => `${json.id} version ${json.version}`)
    .map(([ key, files ]) => `${key} is in ${files.map(({ path }) => path).join(' and ')}`);
}

function* idsAreUnique({ properties }) {
  const named = properties.filter(({ id }) => id);
  for (const [ , [ { id } ] ] of repeated(named, ({ id, condition }) => JSON.stringify([ id, condition ]))) {
    yield `property ${id} occurs twice under the same condition`;
  }
}

function* bindingsAreUnique({ properties }) {
  const always = properties.filter(({ condition }) => !condition);
  for (const [ , same ] of repeated(always, ({ binding }) => JSON.stringify(Object.entries(binding).sort()))) {
    yield `properties ${same.map(nameOf).join(' and ')} have the same binding`;
  }
}

function* conditionsHoldTogether({ properties }) {
  for (const [ index, property ] of properties.entries()) {
    for (const part of parts(property.condition)) {
      const earlier = properties.slice(0, index).filter(({ id }) => id === part.property);
      if (earlier.length === 0) {
        yield `the condition of ${nameOf(property)} refers to ${part.property}, which is not an earlier property`;
        continue;
      }
      const odd = asked(part).filter(value => !earlier.some(driver => canBe(driver, value)));
      yield* odd.map(value => `the condition of ${nameOf(property)} compares ${part.property} with ${value}, which is not one of its values`);
    }
  }
}

function* defaultsAreAllowed({ properties }) {
  for (const property of properties.filter(({ value }) => value !== undefined)) {
    const { type, feel, value, constraints } = property;
    const isFeel = String(value).startsWith('=');
    if (type === 'Dropdown' && !canBe(property, value)) {
      yield `the default of ${nameOf(property)} is not a choice: ${value}`;
    }
    if (feel === 'required' && !isFeel) {
      yield `the default of ${nameOf(property)} must begin with "=": ${value}`;
    }
    if (type !== 'Hidden' && value !== '' && !matches(constraints?.pattern, value)) {
      yield `the default of ${nameOf(property)} does not match its own pattern: ${value}`;
    }
  }
}

function* groupsAreDeclaredAndUsed({ groups = [], properties }) {
  const declared = groups.map(({ id }) => id);
  const used = new Set(properties.map(({ group }) => group));
  yield* repeated(declared, id => id).map(([ id ]) => `group ${id} is declared twice`);
  yield* declared.filter(id => !used.has(id)).map(id => `group ${id} is empty`);
  for (const property of properties) {
    if (property.group ? !declared.includes(property.group) : property.type !== 'Hidden') {
      yield `the group of ${nameOf(property)} is not declared: ${property.group}`;
    }
  }
}

function* patternsCompile({ properties }) {
  for (const property of properties) {
    const pattern = property.constraints?.pattern;
    if (pattern && !compiled(pattern)) {
      yield `the pattern of ${nameOf(property)} is not a regular expression: ${pattern.value ?? pattern}`;
    }
  }
}

/** The modeler also tests an empty field against the pattern, and its linter reads an empty input as "undefined". */
function* patternsAllowEmptyFields({ properties }) {
  const mayBeEmpty = properties.filter(({ constraints, optional }) => constraints?.pattern && !constraints.notEmpty && !optional);
  yield* mayBeEmpty
    .filter(({ constraints }) => !matches(constraints.pattern, '') || !matches(constraints.pattern, 'undefined'))
    .map(property => `the pattern of ${nameOf(property)} must accept an empty field, and the text "undefined"`);
}

/**
 * An empty optional input is not in the diagram, so a process variable with its name reaches the connector instead.
 */
function* emptyInputsDoNotLeak({ properties }) {
  yield* properties
    .filter(({ optional, binding }) => optional && binding.type === 'zeebe:input')
    .map(property => `${nameOf(property)} must not be optional: a process variable with its name would override it`);
}

/** A hint must not repeat the "=", because a field that requires an expression shows it already. */
function* hintsHelp({ properties }) {
  for (const property of properties.filter(({ type }) => type !== 'Hidden')) {
    const { label, type, feel, value, description = '', placeholder = '', tooltip = '' } = property;
    if (!label || !description) {
      yield `${nameOf(property)} must have a label and a description`;
    }
    if ([ 'String', 'Text' ].includes(type) && !placeholder && !value && !/such as /i.test(description)) {
      yield `${nameOf(property)} must have an example: a placeholder, a default, or "such as" in its description`;
    }
    if (placeholder.startsWith('=') || feel === 'required' && /(^|[\s>])=\S/.test(`${description}\n${tooltip}`)) {
      yield `a hint of ${nameOf(property)} begins with "=", which the form shows already`;
    }
  }
}

function* groupsHaveOneName({ groups = [] }) {
  const renamed = groups.filter(({ id, label }) => (SHARED_GROUPS[id] ?? label) !== label);
  yield* renamed.map(({ id, label }) => `group ${id} has another name than in other forms: ${label}`);
  yield* repeated(groups, ({ label }) => label).map(([ label ]) => `two groups have the name ${label}`);
}

function* requiredFieldsAreMarked({ properties }) {
  yield* properties
    .filter(property => /\b(required|mandatory)\b/i.test(hints(property)) && !property.constraints?.notEmpty)
    .map(property => `${nameOf(property)} is required according to its hint, but is not marked`);
}

/** A form that is deployed as it is must not delete or overwrite anything. */
function* defaultsDestroyNothing({ properties }) {
  for (const property of properties.filter(({ type }) => type !== 'Hidden')) {
    const isFinal = /can(not|'t) be undone/.test(hints(property));
    if (property.value && (isFinal || property.type === 'Dropdown' && DESTRUCTIVE.includes(property.value))) {
      yield `${nameOf(property)} has a default that destroys: ${property.value}`;
    }
    if (isFinal && !property.constraints?.notEmpty) {
      yield `${nameOf(property)} must be required, because its effect cannot be undone`;
    }
  }
}

function* placeholdersAreAccepted({ properties }) {
  yield* properties
    .filter(({ placeholder, constraints }) => placeholder && !matches(constraints?.pattern, placeholder))
    .map(property => `${nameOf(property)} has a placeholder that its own pattern refuses: ${property.placeholder}`);
}

/** An update of the template fills an emptied field with its default again. The hint names what stays. */
function* emptiedFieldsAreExplained({ properties }) {
  const isExplained = property => /an update of the template fills/.test(hints(property));
  yield* properties
    .filter(({ type, value, constraints }) => [ 'String', 'Text' ].includes(type) && String(value ?? '').startsWith('=') && !constraints?.notEmpty)
    .filter(property => !isExplained(property))
    .map(property => `${nameOf(property)} must explain what an update of the template does to it when it is emptied`);
  yield* properties
    .filter(property => isExplained(property) && !property.value)
    .map(property => `${nameOf(property)} has no default that an update of the template could fill in`);
}

function hints({ description = '', tooltip = '' }) {
  return `${description}\n${tooltip}`;
}

function* metadataHelpsToFind({ $schema, icon, keywords, engines, description, documentationRef }) {
  if (/json-schema@/.test($schema)) {
    yield 'the schema must not have a version, because a modeler rejects a version newer than its own';
  }
  if (!icon?.contents || icon.contents.length > ICON_LIMIT) {
    yield `the icon must have 1 to ${ICON_LIMIT} characters: it has ${icon?.contents?.length ?? 0}`;
  }
  if (!keywords?.length || !engines?.camunda || !description || !documentationRef) {
    yield 'the template must have keywords (not in the metadata), engines, a description and a link to the documentation';
  }
}

/** The simple conditions within a condition. */
function parts(condition) {
  return condition?.allMatch ?? (condition ? [ condition ] : []);
}

function asked({ equals, oneOf }) {
  return oneOf ?? (equals === undefined ? [] : [ equals ]);
}

function canBe({ type, choices, value: fixed }, value) {
  switch (type) {
  case 'Dropdown': return choices.some(choice => choice.value === value);
  case 'Boolean': return typeof value === 'boolean';
  case 'Hidden': return fixed === value;
  default: return true;
  }
}

function matches(pattern, value) {
  const expression = pattern && compiled(pattern);
  return !expression || expression.test(value);
}

function compiled(pattern) {
  try {
    return new RegExp(pattern.value ?? pattern);
  } catch {
    return undefined;
  }
}

function nameOf({ id, label, binding }) {
  return id ?? label ?? JSON.stringify(binding);
}

function repeated(items, key) {
  const byKey = new Map();
  items.forEach(item => byKey.set(key(item), [ ...byKey.get(key(item)) ?? [], item ]));
  return [ ...byKey ].filter(([ , same ]) => same.length > 1);
}
