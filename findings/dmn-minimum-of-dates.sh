#!/usr/bin/env bash
# A decision table with the hit policy "collect, min" (C<) fails in Camunda if its outputs are dates or durations,
# although the function "min" of the same engine takes them. Kie returns the least one.
# Libraries: org.camunda.bpm.extension.dmn.scala:dmn-engine 1.10.1, org.kie:kie-dmn-core 10.1.0.
# Why it matters: a table that collects due dates and takes the earliest stops the process with an incident.
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
import java.util.List;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

class Decide {
  static final String TABLE = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="f">
        <inputData id="data" name="x"><variable name="x" /></inputData>
        <decision id="d" name="d">
          <variable name="d" />
          <informationRequirement><requiredInput href="#data" /></informationRequirement>
          <decisionTable hitPolicy="HIT">
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
    var result = engine.eval(decision, "d", Map.of("x", input));
    return result.isRight() ? result.toOption().get().value()
        : result.left().toOption().get().failure().message().replace("'", "");
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
    var feel = FeelEngineBuilder.create().build();
    for (var type : new String[] {"date", "duration"}) {
      var early = type.equals("date") ? "date(\"2024-01-01\")" : "duration(\"PT1H\")";
      var late = type.equals("date") ? "date(\"2024-02-01\")" : "duration(\"PT2H\")";
      var table = TABLE.replace("HIT\"", "COLLECT\" aggregation=\"MIN\"")
          .replace("RULES", rule("> 0", late) + rule("> 1", early));
      System.out.println("policy C<, " + type + ": " + camunda(table, 5) + " | " + kie(table, 5)
          + "; function min: " + feel.evaluateExpression("min([" + late + ", " + early + "])", Map.of()).result());
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Decide.java 2> /dev/null | grep '^cell\|^policy')
want='policy C<, date: expected number but found 2024-02-01 | 2024-01-01; function min: 2024-01-01
policy C<, duration: expected number but found PT2H | PT1H; function min: PT1H'

basename lib/dmn-engine-*.jar
basename lib/kie-dmn-core-*.jar
echo 'expected: 2024-01-01 and PT1H each time; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
