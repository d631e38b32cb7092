package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.simulator.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindKObjectTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "id":"5F9F1A2B3C4D5E6F7A8B9C0D"              | /v1/klasses/ecomm-order/5f9f1a2b3c4d5e6f7a8b9c0d
                    "by":" externalId ","externalId":"O/7","id":"x" | /v1/klasses/ecomm-order/externalId=O%2F7
                    """)
    void one_kobject_is_looked_up_by_the_chosen_identifier(String fields, String path) {
        Query.Find call = (Query.Find) call(fields);

        assertThat(call.request().path().encoded()).isEqualTo(path);
        assertThat(call.request().role()).hasToString("org.permission.kobject.read (or org.user.kobject.read)");
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"customer","customer":"ID"                        | customers | pageSize=20&page=2               | org.permission.customer.read (or org.user.customer.read)
                    "by":"company","company":"ID","most":500               | companies | pageSize=100&page=2              | org.permission.company.read (or org.user.company.read)
                    "by":"customer","customer":"ID","order":"newest"       | customers | sort=desc&pageSize=20&page=2     | org.permission.customer.read (or org.user.customer.read)
                    "by":"company","company":"ID","order":"oldest","fromDate":"2026-01-31" | companies | fromDate=2026-01-31T00%3A00%3A00.000Z&sort=asc&pageSize=20&page=2 | org.permission.company.read (or org.user.company.read)
                    """)
    void the_kobjects_of_an_owner_are_read_page_by_page(String fields, String owners, String query, String role) {
        Request page = ((Query.ListAll) call(fields.replace("ID", ID))).page().apply(2);

        assertThat(page.path().encoded()).isEqualTo("/v1/" + owners + "/" + ID + "/klasses/ecomm-order?" + query);
        assertThat(page.role()).hasToString(role);
        assertThat(contractProblems(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"name"                                      | kobject.by is not one of id, externalId, customer, company: choose one of them
                    "by":"id"                                        | kobject.id is missing
                    "id":"123"                                       | kobject.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "klass":"kobject.order","by":"externalId","externalId":"7" | kobject.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "by":"customer","most":501                       | kobject.customer is missing; kobject.most is not a whole number from 1 to 500
                    "by":"company","company":"5f9f1a2b3c4d5e6f7a8b9c0d0" | kobject.company is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "by":"company","company":"5f9f1a2b3c4d5e6f7a8b9c0d","order":"up" | kobject.order is not one of kustomer, oldest, newest: choose one of them
                    """)
    void invalid_queries_are_refused_by_their_name(String fields, String problem) {
        assertThat(refusal(() -> call(fields))).contains(problem);
    }

    @Test
    void a_task_without_fields_is_refused() {
        assertThat(refusal(() -> bound(FindKObject.class, "{}").call(TASK)))
                .contains("kobject.klass is missing; kobject.id is missing");
    }

    private static Call<?> call(String fields) {
        String klass = fields.contains("klass") ? "" : "\"klass\":\"ecomm-order\",";
        return bound(FindKObject.class, "{\"kobject\":{%s%s}}".formatted(klass, fields))
                .call(TASK);
    }
}
