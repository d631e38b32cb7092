#!/usr/bin/env bash
# In Camunda's FEEL engine, "list contains" and "index of" never find a context, although the same context is equal to
# the item and "distinct values" treats both as one. Kie finds it. A "some" with "=" finds it in both.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0 for comparison.
# Why it matters: a process that keeps a list of the records it has handled handles each of them again.
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

expressions=(
  '{id: 1} = {id: 1}'
  'list contains([{id: 1}, {id: 2}], {id: 1})'
  'index of([{id: 1}, {id: 2}], {id: 2})'
  'count(distinct values([{id: 1}, {id: 1}]))'
  'some item in [{id: 1}, {id: 2}] satisfies item = {id: 1}'
  'list contains([1, 2], 1)'
)
seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='true | true
false | true
List() | [2]
1 | 1
true | true
true | true'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: true, true, [2], 1, true, true from both; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
