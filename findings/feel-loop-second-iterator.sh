#!/usr/bin/env bash
# In Camunda's FEEL engine, the second list of a "for" cannot use the variable of the first: the result is null.
# A loop inside the "return" works. Kie and feelin, the interpreter of Camunda's forms, accept both.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0, @bpmn-io/feelin 6.1.1 (npm).
# Why it matters: the ids of all orders of all customers are null in the process, without a warning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId><version>2.19.2</version></dependency>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-feel</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] expressions) {
    var camunda = FeelEngineBuilder.create().build();
    var kie = FEELBuilder.builder().build();
    for (var expression : expressions) {
      System.out.println(camunda.evaluateExpression(expression, Map.of()).result() + " | " + kie.evaluate(expression));
    }
  }
}
JAVA

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) console.log(JSON.stringify(evaluate(expression, {}).value));
JS

customers='[{orders: [1, 2]}, {orders: [3]}]'
expressions=(
  "for customer in $customers, order in customer.orders return order"
  "flatten(for customer in $customers return for order in customer.orders return order)"
)
seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null; node eval.mjs "${expressions[@]}")
want='null | [1, 2, 3]
List(1, 2, 3) | [1, 2, 3]
[1,2,3]
[1,2,3]'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
echo 'expected: [1, 2, 3] each time; left Camunda, right Kie, below feelin'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
