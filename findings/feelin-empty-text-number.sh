#!/usr/bin/env bash
# In feelin, number("") and number(" ") are 0, and number("0x10") is 16.
# FEEL returns null for a text that is no number.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: an empty text field becomes the amount 0 in the form and null in the process.
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

const context = {};
for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, context);
  console.log(`${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    Map<String, Object> context = Map.of();
    for (var expression : expressions) {
      System.out.println("engine: " + engine.evaluateExpression(expression, context).result());
    }
  }
}
JAVA

expressions=('number("12")' 'number("")' 'number(" ")' 'number("0x10")' 'number("abc")')
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='12, 0 warnings
0, 0 warnings
0, 0 warnings
16, 0 warnings
null, 0 warnings
engine: 12
engine: null
engine: null
engine: null
engine: null'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: 12, then null four times, from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
