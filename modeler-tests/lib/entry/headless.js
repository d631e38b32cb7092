export { default as Modeler } from 'bpmn-js-headless/lib/Modeler';
export { CloudElementTemplatesCoreModule as templatesModule } from 'bpmn-js-element-templates/core';
export { default as behaviorsModule } from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
export { default as zeebe } from 'zeebe-bpmn-moddle/resources/zeebe.json';
