import { createRequire } from 'node:module';

import { built } from './build.js';

/**
 * The rule on secrets. From 8.10 on, the linter recommends an expression instead of a secret in braces. It is ignored,
 * because the expression does not exist in older versions, and the braces work in all versions.
 */
const ADVICE_FOR_LATER = 'secrets';

/**
 * The oldest Camunda version that the templates support, and the newest that the linter supports. @returns {string[]}
 */
export function oldestAndNewest() {
  const { configs } = createRequire(import.meta.url)('bpmnlint-plugin-camunda-compat');
  const minors = Object.keys(configs).map(name => Number(/^camunda-cloud-8-(\d+)$/.exec(name)?.[1] ?? 0));
  return [ '8.8.0', `8.${Math.max(...minors)}.0` ];
}

/**
 * The linter's findings in a diagram, including those of the rules for element templates.
 *
 * @param {string} xml
 * @param {object[]} templates as JSON
 * @param {string} [version] the Camunda version to lint for; default: the version in the diagram
 * @returns {Promise<string[]>}
 * @throws {Error} if the diagram has no version, because the linter would not report that
 */
export async function lint(xml, templates, version) {
  if (!/executionPlatformVersion="[^"]+"/.test(xml)) {
    throw new Error('The diagram has no Camunda version');
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
