#!/usr/bin/env bash
# In Camunda's forms a minus before a number is null if a space follows it: "- 5" is null without a warning, and so is
# each calculation with it. A minus before a variable may have a space. The engine accepts both.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a form that shows a credit note as "- 5 * price" shows nothing; the same formula works in the process.
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
  '-5'
  '- 5'
  '100 + - 5'
  'if true then - 5 else 0'
  '{discount: 5, result: - discount}.result'
)

seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='feelin: -5, 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
feelin: null, 0 warnings
feelin: -5, 0 warnings
engine: -5
engine: -5
engine: 95
engine: -5
engine: -5'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: -5, -5, 95, -5, -5, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
