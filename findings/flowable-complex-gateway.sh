#!/usr/bin/env bash
# Flowable runs a complex gateway as an exclusive one: of two flows with true conditions, it takes only the first. In
# BPMN a complex gateway takes each flow whose condition is true, as an inclusive gateway does. Camunda 7 has no complex
# gateway either and refuses the diagram. Flowable deploys it without a warning.
# Libraries: org.flowable:flowable-engine 7.1.0, org.camunda.bpm:camunda-engine 7.22.0.
# Why it matters: an order that needs both the credit check and the stock check gets only one of them.
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

cat > complex.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="gateway" />
    <complexGateway id="gateway" />
    <sequenceFlow id="f2" sourceRef="gateway" targetRef="checkCredit">
      <conditionExpression xsi:type="tFormalExpression">${x}</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="f3" sourceRef="gateway" targetRef="checkStock">
      <conditionExpression xsi:type="tFormalExpression">${y}</conditionExpression>
    </sequenceFlow>
    <manualTask id="checkCredit" />
    <manualTask id="checkStock" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Camunda7 {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of("process.bpmn"));
    try {
      engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("p", Map.of("x", true, "y", true));
      var tasks = new TreeSet<String>();
      engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
          .forEach(task -> tasks.add(task.getActivityId()));
      System.out.println("Camunda 7: " + tasks);
    } catch (RuntimeException refused) {
      System.out.println("Camunda 7: refused");
    }
    System.exit(0);
  }
}
JAVA

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of("process.bpmn"));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("p", Map.of("x", true, "y", true));
    var tasks = new TreeSet<String>();
    engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
        .forEach(task -> tasks.add(task.getActivityId()));
    System.out.println("Flowable: " + tasks);
    System.exit(0);
  }
}
JAVA

for gateway in inclusiveGateway complexGateway; do
  sed "s/complexGateway/$gateway/" complex.bpmn > process.bpmn
  java -cp 'lib7/*' Camunda7.java 2> /dev/null | grep '^Camunda' | sed "s/^/$gateway, /"
  java -cp 'libf/*' Flowable.java 2> /dev/null | grep '^Flowable' | sed "s/^/$gateway, /"
done > seen.txt

seen=$(cat seen.txt)
want='inclusiveGateway, Camunda 7: [checkCredit, checkStock]
inclusiveGateway, Flowable: [checkCredit, checkStock]
complexGateway, Camunda 7: refused
complexGateway, Flowable: [checkCredit]'

basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
echo 'expected: [checkCredit, checkStock] or refused each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
