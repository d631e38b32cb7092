#!/usr/bin/env bash
# A FEEL loop over the positions of an empty list runs twice, because "1..0" counts down: 1, then 0.
# The result is [null, null], and "some" and "every" test both numbers as well. feelin, the interpreter of Camunda's
# forms, returns null for the same loop.
# Libraries: org.camunda.feel:feel-engine 1.20.0, @bpmn-io/feelin 6.1.1 (npm) for comparison.
# Why it matters: a customer without orders gets two empty ones, and a multi-instance task starts twice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`feelin: ${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    for (var expression : expressions) {
      System.out.println("engine: " + engine.evaluateExpression(expression, Map.of()).result());
    }
  }
}
JAVA

expressions=(
  'string(for i in 1..count(["a", "b"]) return ["a", "b"][i])'
  'string(for i in 1..count([]) return [][i])'
  'count(for i in 1..count([]) return i)'
  'some i in 1..count([]) satisfies true'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: "[\"a\", \"b\"]", 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
engine: ["a", "b"]
engine: [null, null]
engine: 2
engine: true'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: ["a", "b"], [], 0, false from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
