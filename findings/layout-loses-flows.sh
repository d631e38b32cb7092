#!/usr/bin/env bash
# bpmn-auto-layout draws no sequence flow of a diagram whose elements have no "incoming" and "outgoing" entries, and
# puts all elements side by side. bpmnlint calls each element disconnected. The BPMN schema makes the entries optional;
# each flow names its source and target.
# Libraries: bpmn-auto-layout 1.3.0, bpmnlint 11.15.0, bpmn-moddle 10.3.1 (npm).
# Why it matters: a generated process, valid by the schema, looks like boxes without arrows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-auto-layout@1.3.0 bpmnlint@11.15.0 bpmn-moddle@10.3.1

cat > draw.mjs <<'JS'
import { layoutProcess } from 'bpmn-auto-layout';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { BpmnModdle } from 'bpmn-moddle';

const diagram = (first, task, last) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"
    targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start">${first}</startEvent><task id="task">${task}</task><endEvent id="end">${last}</endEvent>
    <sequenceFlow id="one" sourceRef="start" targetRef="task" />
    <sequenceFlow id="two" sourceRef="task" targetRef="end" />
  </process>
</definitions>`;
const diagrams = {
  'with entries': diagram('<outgoing>one</outgoing>', '<incoming>one</incoming><outgoing>two</outgoing>',
    '<incoming>two</incoming>'),
  'without entries': diagram('', '', ''),
};
for (const [what, xml] of Object.entries(diagrams)) {
  const drawn = await layoutProcess(xml);
  const linter = new Linter({ config: { rules: { 'no-disconnected': 'error' } }, resolver: new NodeResolver() });
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const findings = (await linter.lint(rootElement))['no-disconnected'] ?? [];
  console.log(`${what}: ${drawn.match(/<bpmndi:BPMNShape /g).length} shapes, `
    + `${(drawn.match(/<bpmndi:BPMNEdge /g) ?? []).length} arrows, `
    + `disconnected: ${findings.map(finding => finding.id).join() || 'none'}`);
}
JS

seen=$(node draw.mjs)
want='with entries: 3 shapes, 2 arrows, disconnected: none
without entries: 3 shapes, 0 arrows, disconnected: start,task,end'

echo "bpmn-auto-layout $(node -p 'require("./node_modules/bpmn-auto-layout/package.json").version')"
echo "bpmnlint $(node -p 'require("./node_modules/bpmnlint/package.json").version')"
echo 'expected: 2 arrows and "none" each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
