#!/usr/bin/env bash
# In the expressions of Camunda 7 and Flowable a null counts as 0 in a sum and a product, although it is neither equal
# to 0 nor above -1. An empty text counts as 0 as well. The rule is that of Java's expression language. The same
# formulas are null in FEEL, the language of Camunda 8, and in SQL.
# Libraries: org.camunda.bpm:camunda-engine 7.22.0, org.flowable:flowable-engine 7.1.0, org.camunda.feel:feel-engine
# 1.20.0.
# Why it matters: an order whose amount could not be read is charged with the fee alone, without a message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm</groupId>
      <artifactId>camunda-engine</artifactId><version>7.22.0</version></dependency>
    <dependency><groupId>com.h2database</groupId>
      <artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib7 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.flowable</groupId>
      <artifactId>flowable-engine</artifactId><version>7.1.0</version></dependency>
    <dependency><groupId>com.h2database</groupId>
      <artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=libf > mvn.log 2>&1 || { cat mvn.log; exit 1; }

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
  -DoutputDirectory=lib8 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > process.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn"
    xmlns:f="http://flowable.org/bpmn" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="sum" />
    <serviceTask id="sum" ENGINE:expression="${EXPRESSION}" ENGINE:resultVariable="result" />
  </process>
</definitions>
XML

printf '%s\n' 'amount + fee' 'amount * fee' 'amount == 0' 'amount > -1' > expressions.txt

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Camunda7 {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    for (var expression : Files.readAllLines(Path.of("expressions.txt"))) {
      var process = diagram.replace("EXPRESSION", expression);
      engine.getRepositoryService().createDeployment().addString("p.bpmn", process).deploy();
      var data = new HashMap<String, Object>(Map.of("fee", 5));
      data.put("amount", null);
      engine.getRuntimeService().startProcessInstanceByKey("p", data);
      var result = engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("result").list();
      System.out.println("Camunda 7: " + expression + " is " + result.get(0).getValue());
      engine.getRepositoryService().createDeploymentQuery().list()
          .forEach(old -> engine.getRepositoryService().deleteDeployment(old.getId(), true));
    }
    System.exit(0);
  }
}
JAVA

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    for (var expression : Files.readAllLines(Path.of("expressions.txt"))) {
      var process = diagram.replace("EXPRESSION", expression);
      engine.getRepositoryService().createDeployment().addString("p.bpmn", process).deploy();
      var data = new HashMap<String, Object>(Map.of("fee", 5));
      data.put("amount", null);
      engine.getRuntimeService().startProcessInstanceByKey("p", data);
      var result = engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("result").list();
      System.out.println("Flowable: " + expression + " is " + result.get(0).getValue());
      engine.getRepositoryService().createDeploymentQuery().list()
          .forEach(old -> engine.getRepositoryService().deleteDeployment(old.getId(), true));
    }
    System.exit(0);
  }
}
JAVA

cat > Feel.java <<'JAVA'
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Feel {
  public static void main(String[] args) {
    var data = new HashMap<String, Object>(Map.of("fee", 5));
    data.put("amount", null);
    for (var expression : new String[] {"amount + fee", "amount * fee", "amount = 0", "amount > -1"}) {
      var result = FeelEngineBuilder.create().build().evaluateExpression(expression, data).result();
      System.out.println("FEEL: " + expression + " is " + result);
    }
  }
}
JAVA

sed 's/ENGINE:/c:/g' process.bpmn > process7.bpmn
sed 's/ENGINE:/f:/g' process.bpmn > processf.bpmn
seen=$({
  java -cp 'lib7/*' Camunda7.java process7.bpmn
  java -cp 'libf/*' Flowable.java processf.bpmn
  java -cp 'lib8/*' Feel.java
} 2> /dev/null | grep -E '^(Camunda|Flowable|FEEL)')
want='Camunda 7: amount + fee is 5
Camunda 7: amount * fee is 0
Camunda 7: amount == 0 is false
Camunda 7: amount > -1 is false
Flowable: amount + fee is 5
Flowable: amount * fee is 0
Flowable: amount == 0 is false
Flowable: amount > -1 is false
FEEL: amount + fee is null
FEEL: amount * fee is null
FEEL: amount = 0 is false
FEEL: amount > -1 is null'

basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
basename lib8/feel-engine-*.jar
echo 'expected: null or an error for the sum and the product'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
