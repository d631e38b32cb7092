package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Registration;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The registered records in Kustomer. */
record RegisteredRecords(RequestSession session, Call.Register call) {

    /** @throws KustomerException if the list can't be read */
    List<Resource> all() {
        return session.send(call.list(), Reading.LIST).required().content().resources();
    }

    /** The oldest of the records that the task asks for. The others that this connector created are deleted. */
    Optional<Resource> onlyOne(List<Resource> all) {
        Registration registration = call.registration();
        List<Resource> same = all.stream()
                .filter(registration.same())
                .sorted(Comparator.comparing(Resource::id))
                .toList();
        same.stream().skip(1).filter(registration.own()).forEach(copy -> delete(copy.id()));
        return same.stream().findFirst();
    }

    private void delete(String id) {
        if (session.send(call.registration().delete().apply(id), Reading.ANYTHING)
                        instanceof Verdict.NotDone<Json> problem
                && !(problem instanceof Verdict.Absent<Json>)) {
            throw problem.exception();
        }
    }

    /** The record of an answer. After an answer without a body, the list shows it. */
    Resource known(Resource answer) {
        return answer.attributes().size() > 0
                ? answer
                : all().stream()
                        .filter(listed -> listed.id().equals(answer.id()))
                        .findFirst()
                        .orElse(answer);
    }

    /** The record with the fields that the list lacks, if the task needs them. */
    Resource whole(Resource record) {
        return call.registration()
                .read()
                .map(request ->
                        session.send(request.apply(record.id())).required().content())
                .orElse(record);
    }
}
