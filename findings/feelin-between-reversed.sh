#!/usr/bin/env bash
# In Camunda's forms, the limits of "between" and of a range have no order: 5 is between 10 and 1.
# The same holds for dates. In FEEL "x between a and b" is "x >= a and x <= b", so it is false, as in the engine.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a form accepts a date for a contract that ends before it starts; the process refuses it.
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
  '5 between 1 and 10'
  '5 between 10 and 1'
  '5 >= 10 and 5 <= 1'
  '5 in [10..1]'
  'date("2024-03-01") between date("2024-12-31") and date("2024-01-01")'
)
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: true, 0 warnings
feelin: true, 0 warnings
feelin: false, 0 warnings
feelin: true, 0 warnings
feelin: true, 0 warnings
engine: true
engine: false
engine: false
engine: false
engine: false'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: true, then false four times, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
