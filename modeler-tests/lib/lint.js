import { createRequire } from 'node:module';

import { built } from './build.js';

/**
 * From 8.10 on, the linter advises an expression in place of a secret in braces. Before, there is no such expression, and the
 * braces work in all versions.
 */
const ADVICE_FOR_LATER = 'secrets';

/** The oldest Camunda that the templates are for, and the newest that the linter knows. @returns {string[]} */
export function oldestAndNewest() {
  const { configs } = createRequire(import.meta.url)('bpmnlint-plugin-camunda-compat');
  const minors = Object.keys(configs).map(name => Number(/^camunda-cloud-8-(\d+)$/.exec(name)?.[1] ?? 0));
  return [ '8.8.0', `8.${Math.max(...minors)}.0` ];
}

/**
 * What the linter finds in a diagram, with the rules for element templates.
 *
 * @param {string} xml
 * @param {object[]} templates as JSON
 * @param {string} [version] judge as if for this Camunda; otherwise the diagram's own
 * @returns {Promise<string[]>}
 * @throws {Error} if the diagram names no version: the linter would be silent about it
 */
export async function lint(xml, templates, version) {
  if (!/executionPlatformVersion="[^"]+"/.test(xml)) {
    throw new Error('The diagram does not say for which Camunda it is');
  }
  const { Linter, templateRules } = await built('lint');
  const linter = new Linter({ plugins: [ templateRules(templates) ] });
  const reports = await linter.lint(version ? judgedFor(xml, version) : xml);
  return reports
    .filter(report => !(report.rule.endsWith(ADVICE_FOR_LATER) && report.category !== 'error'))
    .map(({ rule, category, id, message }) => `${category}: ${id}: ${message} (${rule})`);
}

function judgedFor(xml, version) {
  return xml.replace(/executionPlatformVersion="[^"]+"/, `executionPlatformVersion="${version}"`);
}
