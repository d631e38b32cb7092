#!/usr/bin/env bash
# The BPMN schema allows "1" for a Boolean attribute, as XML Schema does. bpmn-moddle reads "1" as false.
# Saving such a diagram without a change removes "isSequential" and "triggeredByEvent" and writes isExecutable="false".
# Library: bpmn-moddle 10.3.1 (npm), which reads and writes the diagrams of Camunda Modeler.
# Why it matters: a diagram of another tool becomes another process when it is opened and saved, without a warning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-moddle@10.3.1

cat > save.mjs <<'JS'
import { BpmnModdle } from 'bpmn-moddle';

const diagram = yes => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="d">
  <process id="p" isExecutable="${yes}">
    <subProcess id="s" triggeredByEvent="${yes}" />
    <task id="t"><multiInstanceLoopCharacteristics isSequential="${yes}" /></task>
  </process>
</definitions>`;
for (const yes of ['true', '1']) {
  const moddle = new BpmnModdle();
  const { rootElement, warnings } = await moddle.fromXML(diagram(yes));
  const { xml } = await moddle.toXML(rootElement);
  const kept = xml.match(/(isExecutable|triggeredByEvent|isSequential)="\w+"/g).join(' ');
  console.log(`${yes}: ${kept}, ${warnings.length} warnings`);
}
JS

seen=$(node save.mjs)
want='true: isExecutable="true" triggeredByEvent="true" isSequential="true", 0 warnings
1: isExecutable="false", 0 warnings'

echo "bpmn-moddle $(node -p 'require("./node_modules/bpmn-moddle/package.json").version')"
echo 'expected: all three attributes are true both times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
