#!/usr/bin/env bash
# The differ of bpmn.io reports no change when an event waits for another message, when an error has another code,
# when a message has another name, and when a lane has another task. It reports a new timer and the message of a task.
# Libraries: bpmn-js-differ 3.2.0, bpmn-moddle 10.3.1 (npm).
# Why it matters: a review of two versions of a process shows "no change" although the process behaves differently.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bpmn-js-differ@3.2.0 bpmn-moddle@10.3.1

cat > compare.mjs <<'JS'
import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';

const diagram = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="d">
  <message id="m1" name="paid" /><message id="m2" name="refused" /><error id="e" errorCode="E1" />
  <process id="p">
    <laneSet id="lanes">
      <lane id="l1"><flowNodeRef>task</flowNodeRef></lane><lane id="l2"><flowNodeRef>catch</flowNodeRef></lane>
    </laneSet>
    <task id="task" name="Pay" />
    <intermediateCatchEvent id="timer">
      <timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
    </intermediateCatchEvent>
    <receiveTask id="receive" messageRef="m1" />
    <intermediateCatchEvent id="catch"><messageEventDefinition messageRef="m1" /></intermediateCatchEvent>
  </process>
</definitions>`;
const read = async xml => (await new BpmnModdle().fromXML(xml)).rootElement;
const changes = {
  'timer': ['PT1H', 'PT2H'],
  'name of the task': ['"Pay"', '"Refund"'],
  'message of the task': ['receive" messageRef="m1"', 'receive" messageRef="m2"'],
  'message of the event': ['<messageEventDefinition messageRef="m1"', '<messageEventDefinition messageRef="m2"'],
  'name of the message': ['"paid"', '"settled"'],
  'error code': ['"E1"', '"E2"'],
  'lane': ['task</flowNodeRef></lane><lane id="l2">', 'timer</flowNodeRef></lane><lane id="l2">'],
};
for (const [what, [before, after]] of Object.entries(changes)) {
  const result = diff(await read(diagram), await read(diagram.replace(before, after)));
  const ids = ['_changed', '_added', '_removed', '_layoutChanged'].flatMap(kind => Object.keys(result[kind]));
  console.log(`${what}: ${ids.join() || 'no change'}`);
}
JS

seen=$(node compare.mjs)
want='timer: timer
name of the task: task
message of the task: receive
message of the event: no change
name of the message: no change
error code: no change
lane: no change'

echo "bpmn-js-differ $(node -p 'require("./node_modules/bpmn-js-differ/package.json").version')"
echo 'expected: a changed element each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
