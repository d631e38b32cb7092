package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.simulator.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindRecordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "kind":"queue","by":"id","id":"5f9f1a2b3c4d5e6f7a8b9c0d"          | /v1/routing/queues/5f9f1a2b3c4d5e6f7a8b9c0d
                    "kind":"user","by":"id","id":"5F9F1A2B3C4D5E6F7A8B9C0D"           | /v1/users/5f9f1a2b3c4d5e6f7a8b9c0d
                    "kind":"team","by":"id","id":"5f9f1a2b3c4d5e6f7a8b9c0d"           | /v1/teams/5f9f1a2b3c4d5e6f7a8b9c0d
                    "kind":"company","by":"id","id":"5f9f1a2b3c4d5e6f7a8b9c0d"        | /v1/companies/5f9f1a2b3c4d5e6f7a8b9c0d
                    "kind":"tag","by":"id","id":"5f9f1a2b3c4d5e6f7a8b9c0d"            | /v1/tags/5f9f1a2b3c4d5e6f7a8b9c0d
                    "kind":"klass","by":"id","id":"ecomm-order"                       | /v1/klasses/ecomm-order
                    "kind":"queue","by":"key","key":"complaints"                      | /v1/routing/queues?key=complaints
                    "kind":"user","by":"email","email":"ada@example.org"              | /v1/users?email=ada%40example.org
                    "kind":"company","by":"externalId","externalId":"C 7"             | /v1/companies?externalId=C%207
                    "name":"Complaints"                                               | /v1/routing/queues?pageSize=100&page=1
                    "kind":"user","name":"Ada"                                        | /v1/users?pageSize=500&page=1
                    "kind":"team","name":"Support"                                    | /v1/teams?pageSize=500&page=1
                    "kind":"tag","name":"vip"                                         | /v1/tags?pageSize=100&page=1
                    "kind":"klass","name":"Order"                                     | /v1/klasses?pageSize=100&page=1
                    "kind":"company","name":"Acme"                                    | /v1/companies?pageSize=100&page=1&filter=Acme
                    """)
    void looks_up_by_one_way_that_kustomer_has(String fields, String path) {
        Request request = call(fields).request();

        assertThat(request.path().encoded()).isEqualTo(path);
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "kind":"customer","name":"Ada"                           | record.kind is not one of queue, user, team, company, tag, klass
                    "by":"label","name":"Ada"                                | record.by is not one of id, name, key, email, externalId
                    "name":" "                                               | record.name is missing
                    "by":"id","id":"5f9f1a2b3c4d5e6f7a8b9c"                  | record.id is not a Kustomer ID: 24 digits from 0-9 and a-f
                    "kind":"klass","by":"id","id":"order/7"                  | record.id is not the name of a klass
                    "kind":"team","by":"key","key":"support"                 | record.by is key, which only a queue has: choose another way to find a team
                    "kind":"queue","by":"email","email":"ada@example.org"    | record.by is email, which only a user has
                    "kind":"user","by":"externalId","externalId":"7"         | record.by is externalId, which only a company has
                    "kind":"user","by":"email","email":"ada"                 | record.email is not an e-mail address
                    "name":"Ada","ifSeveral":"all"                           | record.ifSeveral is not one of fail, first
                    "name":"Ada","includeDeactivated":"no"                   | record.includeDeactivated is not one of true, false
                    """)
    void refuses_what_cannot_be_right(String fields, String problem) {
        assertThat(refusal(() -> call(fields)).orElse("accepted")).startsWith(problem);
    }

    private static Call<? extends CallResult.Query> call(String fields) {
        return bound(FindRecord.class, "{\"record\":{%s}}".formatted(fields)).call(TASK);
    }
}
