#!/usr/bin/env bash
# In Camunda's forms, "min" and "max" of dates, durations or texts are null, without a warning: feelin takes numbers
# only. The DMN specification and the engine take every type that can be compared.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: the earliest due date of a list is empty in the form and right in the process.
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

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`feelin: ${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

expressions=(
  'min([5, 3])'
  'string(min([date("2024-02-01"), date("2024-01-01")]))'
  'string(max(duration("PT1H"), duration("PT30M")))'
  'min(["b", "a"])'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: 3, 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
engine: 3
engine: 2024-01-01
engine: PT1H
engine: a'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: 3, 2024-01-01, PT1H, a from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
