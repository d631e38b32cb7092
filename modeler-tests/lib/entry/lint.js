export { Linter } from '@camunda/linting';
export { CloudElementTemplatesLinterPlugin as templateRules } from 'bpmn-js-element-templates';
