#!/usr/bin/env bash
# In Camunda's forms, date(2024, 2, 30) is 1 March 2024 and date(2024, 13, 1) is 1 January 2025, without a warning.
# FEEL has no such dates: the engine returns null. From a text, feelin returns null as well.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a form with fields for year, month and day shows another date, and a check for null finds nothing.
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
  'string(date(2024, 2, 29))'
  'string(date(2024, 2, 30))'
  'string(date(2024, 13, 1))'
  'date(2024, 2, 30) = null'
  'string(date("2024-02-30"))'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: "2024-02-29", 0 warnings
feelin: "2024-03-01", 0 warnings
feelin: "2025-01-01", 0 warnings
feelin: false, 0 warnings
feelin: null, 0 warnings
engine: 2024-02-29
engine: null
engine: null
engine: true
engine: null'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: 2024-02-29, null, null, true, null from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
