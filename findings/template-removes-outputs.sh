#!/usr/bin/env bash
# Applying an element template to a task deletes the task's output mappings, other inputs and headers.
# An input that the template also has keeps the task's value. There is no warning.
# Library: bpmn-js-element-templates 2.37.0 (npm), as in Camunda Modeler.
# Why it matters: a task that gets a connector's template later no longer passes its result to the process.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts esbuild@0.28.2 bpmn-js-headless@0.1.0 \
  bpmn-js-element-templates@2.37.0 zeebe-bpmn-moddle@2.0.0 modeler-moddle@0.2.0

cat > apply.mjs <<'JS'
import Modeler from 'bpmn-js-headless/lib/Modeler';
import { CloudElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import modelerModdle from 'modeler-moddle/resources/modeler.json';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524';
const diagram = `<bpmn:definitions id="d" targetNamespace="sample" xmlns:bpmn="${BPMN}/MODEL"
    xmlns:bpmndi="${BPMN}/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
    modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="p" isExecutable="true"><bpmn:serviceTask id="t"><bpmn:extensionElements>
    <zeebe:ioMapping>
      <zeebe:input source="=order" target="order" />
      <zeebe:input source="=note" target="note" />
      <zeebe:output source="=reply.id" target="replyId" />
    </zeebe:ioMapping>
    <zeebe:taskHeaders><zeebe:header key="team" value="returns" /></zeebe:taskHeaders>
  </bpmn:extensionElements></bpmn:serviceTask></bpmn:process>
  <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="p">
    <bpmndi:BPMNShape id="t_di" bpmnElement="t"><dc:Bounds x="0" y="0" width="100" height="80" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
const template = {
  $schema: '@camunda/zeebe-element-templates-json-schema', id: 'sample', name: 'Sample', version: 1,
  appliesTo: ['bpmn:Task'], elementType: { value: 'bpmn:ServiceTask' },
  properties: [
    { type: 'Hidden', value: 'sample:1', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    { type: 'String', value: '1', binding: { type: 'zeebe:input', name: 'order' } },
  ],
};
const modeler = new Modeler({
  additionalModules: [CloudElementTemplatesCoreModule], moddleExtensions: { zeebe, modeler: modelerModdle },
});
modeler.get('elementTemplatesLoader').setTemplates([template]);
await modeler.importXML(diagram);
modeler.get('elementTemplates').applyTemplate(modeler.get('elementRegistry').get('t'), template);
const { xml } = await modeler.saveXML();
console.log(xml.match(/<zeebe:(input|output|header|taskDefinition) [^>]*>/g).join('\n'));
JS
npx esbuild apply.mjs --bundle --platform=node --format=esm --outfile=apply.out.mjs --log-level=error
seen=$(node apply.out.mjs)
want='<zeebe:input source="=order" target="order" />
<zeebe:taskDefinition type="sample:1" />'

echo "bpmn-js-element-templates $(node -p 'require("./node_modules/bpmn-js-element-templates/package.json").version')"
echo 'expected: the output to replyId, the input note and the header team are still there'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
