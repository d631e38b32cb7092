#!/usr/bin/env bash
# In Kie's FEEL, 1 = 1.0 is true, but [1] = [1.0] and {a: 1} = {a: 1.0} are false.
# "distinct values" and "union" keep both numbers. Camunda's engine compares the numbers in lists by value.
# Libraries: org.kie:kie-dmn-feel 10.1.0, org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: 1.10 from an API and 1.1 from a table count twice, and the decision differs between the engines.
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

seen=$(java -cp 'lib/*' Eval.java \
  '1 = 1.0' \
  '[1] = [1.0]' \
  '{a: 1} = {a: 1.0}' \
  'distinct values([1.1, 1.10])' \
  'count(union([1], [1.0]))' 2> /dev/null)
want='true | true
true | false
true | false
List(1.1) | [1.1, 1.10]
1 | 2'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: true, true, true, one value, 1; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
