#!/usr/bin/env bash
# At an inclusive gateway Camunda 8 does not take a flow without a condition: it takes the other flows whose condition
# is true, and creates an incident if there is none. The diagram is deployed without a message. In BPMN a flow without a
# condition is always taken, as in Camunda 7 and Flowable.
# Libraries: io.camunda:zeebe-process-test-engine 8.8.21, org.camunda.bpm:camunda-engine 7.22.0,
# org.flowable:flowable-engine 7.1.0.
# Why it matters: the check that each order needs is skipped for large orders, which have a credit check instead.
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
    <sequenceFlow id="f1" sourceRef="start" targetRef="gateway" />
    <inclusiveGateway id="gateway" />
    <sequenceFlow id="f2" sourceRef="gateway" targetRef="checkIdentity" />
    <sequenceFlow id="f3" sourceRef="gateway" targetRef="checkCredit">
      <conditionExpression xsi:type="tFormalExpression">${total &gt; 100}</conditionExpression>
    </sequenceFlow>
    <manualTask id="checkIdentity" />
    <manualTask id="checkCredit" />
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
    var diagram = Files.readString(Path.of(args[0]));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    var data = Map.<String, Object>of("total", Integer.parseInt(args[1]));
    engine.getRuntimeService().startProcessInstanceByKey("p", data);
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
import java.util.Map;
import java.util.TreeSet;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

class Flowable {
  public static void main(String[] args) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setAsyncExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    var diagram = Files.readString(Path.of(args[0]));
    engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
    var data = Map.<String, Object>of("total", Integer.parseInt(args[1]));
    engine.getRuntimeService().startProcessInstanceByKey("p", data);
    var tasks = new TreeSet<String>();
    engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("manualTask").list()
        .forEach(task -> tasks.add(task.getActivityId()));
    System.out.println("Flowable: " + tasks);
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
import java.util.Map;
import java.util.TreeSet;

class Camunda8 {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var diagram = Files.readString(Path.of(args[0]));
    client.newDeployResourceCommand().addResourceStringUtf8(diagram, "p.bpmn").send().join();
    var data = Map.<String, Object>of("total", Integer.parseInt(args[1]));
    client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables(data).send().join();
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

sed -E 's/\$\{(.*)\}/= \1/' process.bpmn > process8.bpmn
seen=$(for total in 200 20; do
  java -cp 'lib7/*' Camunda7.java process.bpmn "$total"
  java -cp 'libf/*' Flowable.java process.bpmn "$total"
  "$java" -XX:TieredStopAtLevel=1 -cp 'lib8/*' Camunda8.java process8.bpmn "$total"
done 2> /dev/null | grep -E '^(Camunda|Flowable)')
want='Camunda 7: [checkCredit, checkIdentity]
Flowable: [checkCredit, checkIdentity]
Camunda 8: [checkCredit], 0 incidents
Camunda 7: [checkIdentity]
Flowable: [checkIdentity]
Camunda 8: [], 1 incidents'

basename lib8/zeebe-workflow-engine-*.jar
basename lib7/camunda-engine-[0-9]*.jar
basename libf/flowable-engine-[0-9]*.jar
echo 'expected: [checkCredit, checkIdentity] three times, then [checkIdentity] three times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
