#!/usr/bin/env bash
# The JavaScript engine "bpmn-engine" takes each sequence flow whose condition is a FEEL text of Camunda 8.
# Its conditions are "${...}" expressions. Any other text is true, also "=false", without a warning.
# Library: bpmn-engine 25.0.1 (npm).
# Why it matters: a test or simulation of a Camunda 8 diagram passes, but it always takes the first flow.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-engine@25.0.1

cat > run.mjs <<'JS'
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

const diagram = condition => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="gateway" />
    <exclusiveGateway id="gateway" default="f3" />
    <sequenceFlow id="f2" sourceRef="gateway" targetRef="vip">
      <conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="f3" sourceRef="gateway" targetRef="other" />
    <endEvent id="vip" /><endEvent id="other" />
  </process>
</definitions>`;
for (const condition of ['\${environment.variables.vip}', '=vip', '=false']) {
  const taken = [];
  const listener = new EventEmitter().on('flow.take', flow => taken.push(flow.id));
  const engine = new Engine({ name: 'sample', source: diagram(condition), variables: { vip: false } });
  await new Promise((resolve, reject) => engine.execute({ listener }, error => error ? reject(error) : resolve()));
  console.log(`${condition}: ${taken.filter(id => id !== 'f1').join()}`);
}
JS

seen=$(node run.mjs)
want='${environment.variables.vip}: f3
=vip: f2
=false: f2'

echo "bpmn-engine $(node -p 'require("./node_modules/bpmn-engine/package.json").version')"
echo 'expected: f3, the default flow, each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
