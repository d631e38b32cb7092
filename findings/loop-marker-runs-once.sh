#!/usr/bin/env bash
# A task with the loop marker of BPMN runs once in Camunda 7, Camunda 8 and Flowable: all three deploy the diagram and
# ignore the marker, without a message. bpmn-js, the editor of Camunda Modeler, offers the marker beside the two for
# lists. In BPMN the task is repeated until its condition is false or its maximum is reached, here three times.
# Libraries: org.camunda.bpm:camunda-engine 7.22.0, org.flowable:flowable-engine 7.1.0,
# io.camunda:zeebe-process-test-engine 8.8.21.
# Why it matters: a customer gets one reminder instead of three, and the contract is cancelled after it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=
for candidate in "${JAVA_HOME:-/usr}/bin/java" /usr/lib/jvm/*/bin/java; do
  [ -x "$candidate" ] && "$candidate" --version | grep -qE '^[a-z]+ (2[1-9]|[3-9][0-9])' && java=$candidate && break
done
[ -n "$java" ] || { echo 'This script needs JDK 21 or later.'; exit 1; }

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
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-process-test-engine</artifactId><version>8.8.21</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib8 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > process.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="remind" />
    <manualTask id="remind"><standardLoopCharacteristics loopMaximum="3" /></manualTask>
    <sequenceFlow id="f2" sourceRef="remind" targetRef="end" />
    <endEvent id="end" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Camunda7 {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("p");
    var runs = engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("remind").count();
    System.out.println("Camunda 7: " + runs + " of the task");
    System.exit(0);
  }
}
JAVA

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("p");
    var runs = engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("remind").count();
    System.out.println("Flowable: " + runs + " of the task");
    System.exit(0);
  }
}
JAVA

cat > Camunda8.java <<'JAVA'
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class Camunda8 {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var diagram = Files.readString(Path.of(args[0]));
    client.newDeployResourceCommand().addResourceStringUtf8(diagram, "p.bpmn").send().join();
    client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().send().join();
    engine.waitForIdleState(Duration.ofSeconds(30));
    var runs = 0;
    for (var record : engine.getRecordStreamSource().getRecords()) {
      if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
          && record.getValue() instanceof ProcessInstanceRecordValue element
          && element.getElementId().equals("remind")) {
        runs++;
      }
    }
    System.out.println("Camunda 8: " + runs + " of the task");
    System.exit(0);
  }
}
JAVA

seen=$({
  java -cp 'lib7/*' Camunda7.java process.bpmn
  java -cp 'libf/*' Flowable.java process.bpmn
  "$java" -XX:TieredStopAtLevel=1 -cp 'lib8/*' Camunda8.java process.bpmn
} 2> /dev/null | grep -E '^(Camunda|Flowable)')
want='Camunda 7: 1 of the task
Flowable: 1 of the task
Camunda 8: 1 of the task'

basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
basename lib8/zeebe-workflow-engine-*.jar
echo 'expected: 3 runs of the task each time, or a refused diagram'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
