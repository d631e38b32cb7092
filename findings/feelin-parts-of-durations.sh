#!/usr/bin/env bash
# In Camunda's forms the days of a duration are what was written as days: 50 hours have 0 days and 50 hours, and 18
# months have 0 years. The days between two times are always 0. In the engine 50 hours have 2 days and 2 hours, as DMN
# defines it. The text of the same duration has the days in both.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a form shows that a ticket has waited 0 days and 0 hours, however long it has waited.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId><version>2.19.2</version></dependency>
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
  'duration("P2DT2H").days'
  'duration("PT50H").days'
  'duration("PT50H").hours'
  'duration("P18M").years'
  '(date and time("2024-07-03T14:00:00Z") - date and time("2024-07-01T12:00:00Z")).days'
  '(date and time("2024-07-03T14:00:00Z") - date and time("2024-07-01T12:00:00Z")).hours'
  'string(duration("PT50H"))'
)

seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: 2, 0 warnings
feelin: 0, 0 warnings
feelin: 50, 0 warnings
feelin: 0, 0 warnings
feelin: 0, 0 warnings
feelin: 0, 0 warnings
feelin: "P2DT2H", 0 warnings
engine: 2
engine: 2
engine: 2
engine: 1
engine: 2
engine: 2
engine: P2DT2H'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: 2, 2, 2, 1, 2, 2, P2DT2H, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
