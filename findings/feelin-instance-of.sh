#!/usr/bin/env bash
# In feelin, "1 instance of number" and "{} instance of context" are false. No value is an instance of its type.
# The DMN specification and the engine return true.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a form that asks for the type of a value always takes the other branch, without a warning.
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

expressions=('1 instance of number' '"a" instance of string' '{} instance of context')
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='false, 0 warnings
false, 0 warnings
false, 0 warnings
engine: true
engine: true
engine: true'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: true each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
