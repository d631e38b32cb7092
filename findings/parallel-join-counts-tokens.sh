#!/usr/bin/env bash
# In Camunda 7 and Flowable a parallel gateway counts the tokens that arrive, not the flows: two tokens on one of its
# two flows open it, although the task on the other flow is not done. The token of that task then waits at the gateway
# for ever. In BPMN the gateway needs a token on each flow, and Camunda 8 waits for it.
# Libraries: org.camunda.bpm:camunda-engine 7.22.0, org.flowable:flowable-engine 7.1.0,
# io.camunda:zeebe-process-test-engine 8.8.21.
# Why it matters: the order is shipped while the credit check is still open.
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
    <parallelGateway id="fork" />
    <manualTask id="checkAddress" />
    <manualTask id="checkStock" />
    <userTask id="checkCredit" />
    <exclusiveGateway id="merge" />
    <parallelGateway id="join" />
    <userTask id="ship" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
    <sequenceFlow id="f2" sourceRef="fork" targetRef="checkAddress" />
    <sequenceFlow id="f3" sourceRef="fork" targetRef="checkStock" />
    <sequenceFlow id="f4" sourceRef="fork" targetRef="checkCredit" />
    <sequenceFlow id="f5" sourceRef="checkAddress" targetRef="merge" />
    <sequenceFlow id="f6" sourceRef="checkStock" targetRef="merge" />
    <sequenceFlow id="f7" sourceRef="merge" targetRef="join" />
    <sequenceFlow id="f8" sourceRef="checkCredit" targetRef="join" />
    <sequenceFlow id="f9" sourceRef="join" targetRef="ship" />
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
    var open = new TreeSet<String>();
    engine.getTaskService().createTaskQuery().list().forEach(task -> open.add(task.getTaskDefinitionKey()));
    System.out.println("Camunda 7: " + open);
    System.exit(0);
  }
}
JAVA

cat > Flowable.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    engine.getRuntimeService().startProcessInstanceByKey("p");
    var open = new TreeSet<String>();
    engine.getTaskService().createTaskQuery().list().forEach(task -> open.add(task.getTaskDefinitionKey()));
    System.out.println("Flowable: " + open);
    System.exit(0);
  }
}
JAVA

cat > Camunda8.java <<'JAVA'
import io.camunda.zeebe.process.test.engine.EngineFactory;
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
    var open = new TreeSet<String>();
    for (var record : engine.getRecordStreamSource().getRecords()) {
      if (record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED
          && record.getValue() instanceof ProcessInstanceRecordValue element
          && element.getBpmnElementType() == BpmnElementType.USER_TASK) {
        open.add(element.getElementId());
      }
    }
    System.out.println("Camunda 8: " + open);
    System.exit(0);
  }
}
JAVA

seen=$({
  java -cp 'lib7/*' Camunda7.java process.bpmn
  java -cp 'libf/*' Flowable.java process.bpmn
  "$java" -XX:TieredStopAtLevel=1 -cp 'lib8/*' Camunda8.java process.bpmn
} 2> /dev/null | grep -E '^(Camunda|Flowable)')
want='Camunda 7: [checkCredit, ship]
Flowable: [checkCredit, ship]
Camunda 8: [checkCredit]'

basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
basename lib8/zeebe-workflow-engine-*.jar
echo 'expected: the open tasks are [checkCredit] each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
