#!/usr/bin/env bash
# In Camunda's forms, a field with the name of a FEEL function replaces the function: its calls return null.
# A field "count", "date" or "duration" is enough. The engine keeps functions and variables apart.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: a new form field breaks the expressions of other fields, which stay valid in the process.
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

const context = { count: 3, date: '2024-01-01', items: [1, 2] };
for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, context);
  console.log(`${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

cat > Eval.java <<'JAVA'
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    Map<String, Object> context = Map.of("count", 3, "date", "2024-01-01", "items", List.of(1, 2));
    for (var expression : expressions) {
      System.out.println("engine: " + engine.evaluateExpression(expression, context).result());
    }
  }
}
JAVA

expressions=('count(items)' 'date("2024-01-01") < date("2024-02-01")')
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='null, 1 warnings
null, 2 warnings
engine: 2
engine: true'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: 2 and true from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
