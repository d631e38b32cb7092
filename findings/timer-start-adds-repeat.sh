#!/usr/bin/env bash
# The timer R3/<start>/PT1H is due four times in Camunda 7 and three times in Camunda 8. Without a start, R3/PT1H is due
# three times in both. Camunda 7 does not count the first time, which is the start itself.
# Camunda 7 documents R3/PT10H as three repeating intervals of ten hours.
# Libraries: org.camunda.bpm:camunda-engine 7.22.0, io.camunda:zeebe-process-test-engine 8.8.21.
# Why it matters: a reminder that gets a start time is sent once more, and once less after the move to Camunda 8.
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
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-process-test-engine</artifactId><version>8.8.21</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib8 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > timer.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="work" />
    <userTask id="work" />
    <boundaryEvent id="reminder" attachedToRef="work" cancelActivity="false">
      <timerEventDefinition><timeCycle xsi:type="tFormalExpression">CYCLE</timeCycle></timerEventDefinition>
    </boundaryEvent>
    <sequenceFlow id="f2" sourceRef="reminder" targetRef="reminded" />
    <endEvent id="reminded" />
  </process>
</definitions>
XML

cat > Camunda7.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

class Camunda7 {
  public static void main(String[] cycles) throws Exception {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    var engine = configuration.buildProcessEngine();
    for (var cycle : cycles) {
      ClockUtil.setCurrentTime(Date.from(Instant.parse("2024-01-31T10:00:00Z")));
      var diagram = Files.readString(Path.of("timer.bpmn")).replace("CYCLE", cycle);
      engine.getRepositoryService().createDeployment().addString("p.bpmn", diagram).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("p");
      var due = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        var job = engine.getManagementService().createJobQuery().singleResult();
        if (job == null) {
          break;
        }
        due.append(" ").append(job.getDuedate().toInstant().toString(), 5, 19);
        ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(job.getId());
      }
      engine.getRuntimeService().deleteProcessInstances(engine.getRuntimeService().createProcessInstanceQuery().list()
          .stream().map(instance -> instance.getId()).toList(), "done", true, false);
      System.out.println("Camunda 7, " + cycle + ":" + due);
    }
    System.exit(0);
  }
}
JAVA

cat > Camunda8.java <<'JAVA'
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;
import java.time.Instant;

class Camunda8 {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var start : new String[] {Instant.now().plusSeconds(7200) + "/", ""}) {
      var id = start.isEmpty() ? "p" : "with-start";
      var process = Bpmn.createExecutableProcess(id).startEvent()
          .serviceTask("work", task -> task.zeebeJobType("work")).boundaryEvent("b").cancelActivity(false)
          .timerWithCycle("R3/" + start + "PT1H").serviceTask("r", task -> task.zeebeJobType(id)).endEvent().done();
      client.newDeployResourceCommand().addProcessModel(process, id + ".bpmn").send().join();
      client.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().send().join();
      int times = 0;
      for (int hour = 0; hour < 8; hour++) {
        engine.increaseTime(Duration.ofMinutes(61));
        var jobs = client.newActivateJobsCommand().jobType(id).maxJobsToActivate(9)
            .requestTimeout(Duration.ofSeconds(2)).send().join().getJobs();
        jobs.forEach(job -> client.newCompleteCommand(job).send().join());
        times += jobs.size();
      }
      System.out.println("Camunda 8, " + (start.isEmpty() ? "R3/PT1H" : "R3/<start>/PT1H") + ": " + times + " times");
    }
    System.exit(0);
  }
}
JAVA

seen=$(java -cp 'lib7/*' Camunda7.java R3/PT1H R3/2024-01-31T12:00:00Z/PT1H 2> /dev/null | grep '^Camunda'
  "$java" -XX:TieredStopAtLevel=1 -cp 'lib8/*' Camunda8.java 2> /dev/null | grep '^Camunda')
want='Camunda 7, R3/PT1H: 01-31T11:00:00 01-31T12:00:00 01-31T13:00:00
Camunda 7, R3/2024-01-31T12:00:00Z/PT1H: 01-31T12:00:00 01-31T13:00:00 01-31T14:00:00 01-31T15:00:00
Camunda 8, R3/<start>/PT1H: 3 times
Camunda 8, R3/PT1H: 3 times'

basename lib7/camunda-engine-[0-9]*.jar
basename lib8/zeebe-workflow-engine-[0-9]*.jar
echo 'expected: three times each'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
