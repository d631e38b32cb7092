#!/usr/bin/env bash
# dmn-eval-js writes the results of required decisions into the object of the caller. If such a decision collects a
# list, the next evaluation with the same object appends its results to it. The third evaluation has each result three
# times. A decision has no side effects in DMN. The manual of dmn-eval-js does not mention the change.
# Library: @hbtgmbh/dmn-eval-js 1.5.0 (npm).
# Why it matters: a process that evaluates a decision again, after an error or in a loop, counts each discount twice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @hbtgmbh/dmn-eval-js@1.5.0

cat > discount.dmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" name="d" namespace="d">
  <decision id="discounts" name="discounts">
    <decisionTable id="t1" hitPolicy="COLLECT">
      <input id="i1"><inputExpression id="e1" typeRef="integer"><text>total</text></inputExpression></input>
      <output id="o1" name="discounts" typeRef="integer" />
      <rule id="r1">
        <inputEntry id="c1"><text>&gt; 10</text></inputEntry><outputEntry id="x1"><text>5</text></outputEntry>
      </rule>
      <rule id="r2">
        <inputEntry id="c2"><text>&gt; 100</text></inputEntry><outputEntry id="x2"><text>7</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <decision id="offer" name="offer">
    <informationRequirement><requiredDecision href="#discounts" /></informationRequirement>
    <decisionTable id="t2" hitPolicy="FIRST">
      <input id="i2"><inputExpression id="e2" typeRef="integer"><text>total</text></inputExpression></input>
      <output id="o2" name="granted" />
      <rule id="r3">
        <inputEntry id="c3"><text>-</text></inputEntry><outputEntry id="x3"><text>discounts</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
XML

cat > decide.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { decisionTable } = require('@hbtgmbh/dmn-eval-js');

decisionTable.parseDmnXml(readFileSync('discount.dmn', 'utf8')).then(decisions => {
  const data = { total: 200 };
  for (let i = 1; i <= 3; i++) {
    const { granted } = decisionTable.evaluateDecision('offer', decisions, data);
    console.log(`evaluation ${i}: ${JSON.stringify(granted)}`);
  }
  console.log(`data: ${JSON.stringify(data)}`);
});
JS

seen=$(node --no-deprecation decide.cjs)
want='evaluation 1: [5,7]
evaluation 2: [5,7,5,7]
evaluation 3: [5,7,5,7,5,7]
data: {"total":200,"discounts":[5,7,5,7,5,7]}'

echo "@hbtgmbh/dmn-eval-js $(node -p 'require("./node_modules/@hbtgmbh/dmn-eval-js/package.json").version')"
echo 'expected: [5,7] each time, and data without discounts'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
