#!/usr/bin/env bash
# In a Kie decision table, the cell "> 100" and the cell "? > 100" differ for a record without the value. The first does
# not match, and the next rule decides. The second makes the result of the whole decision null, with an error message,
# although a rule with "-" follows that matches everything. Camunda goes on to the next rule both times.
# The DMN specification reads "> 100" as a short form of "? > 100". FEEL compares null to a number as null.
# Libraries: org.camunda.bpm.extension.dmn.scala:dmn-engine 1.10.1, org.kie:kie-dmn-core 10.1.0.
# Why it matters: the rule for all other records does not catch a record without the value, and there is no result.
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
    <dependency><groupId>org.camunda.bpm.extension.dmn.scala</groupId>
      <artifactId>dmn-engine</artifactId><version>1.10.1</version></dependency>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-core</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Decide.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.camunda.dmn.DmnEngine;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

class Decide {
  static final String TABLE = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="f">
        <inputData id="data" name="x"><variable name="x" /></inputData>
        <decision id="d" name="d">
          <variable name="d" />
          <informationRequirement><requiredInput href="#data" /></informationRequirement>
          <decisionTable hitPolicy="FIRST">
            <input id="i"><inputExpression><text>x</text></inputExpression></input><output id="o" />
            RULES
          </decisionTable>
        </decision>
      </definitions>
      """;

  static String rule(String cell, String output) {
    return "<rule><inputEntry><text><![CDATA[" + cell + "]]></text></inputEntry>"
        + "<outputEntry><text>" + output + "</text></outputEntry></rule>";
  }

  static Object camunda(String table, Object input) {
    var engine = new DmnEngine.Builder().build();
    var decision = engine.parse(new ByteArrayInputStream(table.getBytes())).toOption().get();
    var result = engine.eval(decision, "d", Collections.singletonMap("x", input)).toOption().get();
    return result.isNil() ? null : result.value();
  }

  static Object kie(String table, Object input) {
    var runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration()
        .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(table))))
        .getOrElseThrow(RuntimeException::new);
    var context = runtime.newContext();
    context.set("x", input);
    return runtime.evaluateAll(runtime.getModels().get(0), context).getDecisionResultByName("d").getResult();
  }

  public static void main(String[] args) {
    for (var cell : new String[] {"> 100", "? > 100"}) {
      var table = TABLE.replace("RULES", rule(cell, "\"hit\"") + rule("-", "\"miss\""));
      for (var input : new Object[] {500, 5, null}) {
        var results = camunda(table, input) + " | " + kie(table, input);
        System.out.println("cell " + cell + ", input " + input + ": " + results);
      }
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Decide.java 2> /dev/null | grep '^cell')
want='cell > 100, input 500: hit | hit
cell > 100, input 5: miss | miss
cell > 100, input null: miss | miss
cell ? > 100, input 500: hit | hit
cell ? > 100, input 5: miss | miss
cell ? > 100, input null: miss | null'

basename lib/dmn-engine-[0-9]*.jar
basename lib/kie-dmn-core-[0-9]*.jar
echo 'expected: hit, miss, miss for both cells; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
