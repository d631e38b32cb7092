#!/usr/bin/env bash
# In Camunda 7 an error that no event catches ends the subprocess as if it had succeeded, and the process goes on with
# the next task. The end event for the error counts as one without an error, unless an option of the engine is set; only
# the log has a line. Camunda 8 creates an incident and Flowable raises an exception. BPMN stops the activity in which
# such an error is thrown.
# Libraries: org.camunda.bpm:camunda-engine 7.22.0, org.flowable:flowable-engine 7.1.0,
# io.camunda:zeebe-process-test-engine 8.8.21.
# Why it matters: after a new error code, goods are shipped whose payment failed.
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
  <error id="limit" errorCode="LIMIT" />
  <error id="card" errorCode="CARD" />
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="payment" />
    <subProcess id="payment">
      <startEvent id="begin" />
      <sequenceFlow id="f2" sourceRef="begin" targetRef="failed" />
      <endEvent id="failed"><errorEventDefinition errorRef="limit" /></endEvent>
    </subProcess>
    <boundaryEvent id="refused" attachedToRef="payment"><errorEventDefinition errorRef="card" /></boundaryEvent>
    <sequenceFlow id="f3" sourceRef="refused" targetRef="askForOtherCard" />
    <sequenceFlow id="f4" sourceRef="payment" targetRef="ship" />
    <manualTask id="askForOtherCard" />
    <manualTask id="ship" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
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
    var tasks = new TreeSet<String>();
    engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
        .forEach(task -> tasks.add(task.getActivityId()));
    System.out.println("Camunda 7: " + tasks);
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
    try {
      engine.getRuntimeService().startProcessInstanceByKey("p");
      System.out.println("Flowable: no error");
    } catch (RuntimeException refused) {
      System.out.println("Flowable: the start fails");
    }
    System.exit(0);
  }
}
JAVA

cat > Camunda8.java <<'JAVA'
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;

class Camunda8 {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var diagram = Files.readString(Path.of(args[0]));
    client.newDeployResourceCommand().addResourceStringUtf8(diagram, "p.bpmn").send().join();
    client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().send().join();
    engine.waitForIdleState(Duration.ofSeconds(30));
    var tasks = new TreeSet<String>();
    for (var record : engine.getRecordStreamSource().getRecords()) {
      if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
          && record.getValue() instanceof ProcessInstanceRecordValue element
          && element.getBpmnElementType() == BpmnElementType.MANUAL_TASK) {
        tasks.add(element.getElementId());
      }
    }
    var incidents = 0;
    for (var record : engine.getRecordStreamSource().getRecords()) {
      incidents += record.getIntent() == IncidentIntent.CREATED ? 1 : 0;
    }
    System.out.println("Camunda 8: " + tasks + ", " + incidents + " incidents");
    System.exit(0);
  }
}
JAVA

seen=$({
  java -cp 'lib7/*' Camunda7.java process.bpmn
  java -cp 'libf/*' Flowable.java process.bpmn
  "$java" -XX:TieredStopAtLevel=1 -cp 'lib8/*' Camunda8.java process.bpmn
} 2> /dev/null | grep -E '^(Camunda|Flowable)')
want='Camunda 7: [ship]
Flowable: the start fails
Camunda 8: [], 1 incidents'

basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
basename lib8/zeebe-workflow-engine-*.jar
echo 'expected: "ship" is not reached in any engine'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
