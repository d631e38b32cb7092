package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static io.github.kustomerconnector.operation.JsonText.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.Bound;
import io.github.kustomerconnector.operation.FormRules;
import io.github.kustomerconnector.operation.FormSamples;
import io.github.kustomerconnector.operation.PortableNames;
import io.github.kustomerconnector.simulator.Contract;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFieldsTest implements FormRules {
    private static final PortableNames NAMES = new PortableNames(Map.of());

    /** The container of the fields. */
    private record Form(CustomerFields customer) {}

    @Override
    public Class<CustomerFields> form() {
        return CustomerFields.class;
    }

    @Override
    public Json body(String variables) {
        return Json.object(CustomerMapping.of(bound(Form.class, variables).customer(), NAMES)
                .checked());
    }

    @Override
    public FormSamples samples() {
        String time = "\"2026-01-31T09:30:00+01:00\"";
        String utc = "\"2026-01-31T08:30:00.000Z\"";
        return new FormSamples("customer")
                .with("name", "\"Ada\"")
                .with("emails", "\"ada@example.org\"", "[{\"email\":\"ada@example.org\"}]")
                .with("phones", "[{\"phone\":\"+18005551212\",\"type\":\"mobile\",\"verified\":true}]")
                .with("externalId", "\"crm-7\"")
                .with(
                        "custom",
                        "{\"planStr\":\"gold\",\"seatsNum\":12,\"renewedAt\":null}",
                        "{\"planStr\":\"gold\",\"seatsNum\":12}")
                .with("company", "\"5f1e2d3c4b5a69788796a5b4\"")
                .with("username", "\"ada\"")
                .with("tags", "\"vip\"", "[\"vip\"]")
                .with("whatsapps", "\"+18005551212\"", "[{\"phone\":\"+18005551212\"}]")
                .with("socials", "[{\"type\":\"twitter\",\"username\":\"ada\",\"userid\":\"1\",\"verified\":false}]")
                .with("urls", "\"https://example.org\"", "[{\"url\":\"https://example.org\"}]")
                .with(
                        "locations",
                        "[{\"type\":\"home\",\"name\":\"Home\",\"address\":\"1 Road\",\"address2\":\"a\",\"address3\":\"b\","
                                + "\"latitude\":51.5,\"longitude\":-0.12,\"countryCode\":\"GB\",\"countryName\":\"UK\","
                                + "\"regionCode\":\"LN\",\"regionName\":\"Greater London\",\"cityName\":\"London\","
                                + "\"zipCode\":\"W1\",\"areaCode\":\"020\"}]")
                .with("locale", "\"en_US\"")
                .with("timeZone", "\"Europe/London\"")
                .with("defaultLang", "\"en_us\"")
                .with("birthdayAt", "\"1815-12-10\"", "\"1815-12-10T00:00:00.000Z\"")
                .with("gender", "\"f\"")
                .with("sentiment", "{\"polarity\":1,\"confidence\":0.8}")
                .with("avatarUrl", "\"https://example.org/ada.png\"")
                .with("externalIds", "[\"old-7\"]", "[{\"externalId\":\"old-7\"}]")
                .with("facebookIds", "[{\"pageId\":\"1\",\"userId\":\"2\",\"name\":\"Ada\"}]")
                .with(
                        "instagramIds",
                        "[{\"pageId\":\"1\",\"threadId\":\"2\",\"username\":\"ada\",\"instagramId\":\"3\"}]")
                .with("sharedExternalIds", "\"house-1\"", "[{\"externalId\":\"house-1\"}]")
                .with("sharedEmails", "[\"home@example.org\"]", "[{\"email\":\"home@example.org\"}]")
                .with("sharedPhones", "\"+18005551213\"", "[{\"phone\":\"+18005551213\"}]")
                .with("sharedSocials", "[{\"type\":\"facebook\",\"username\":\"house\"}]")
                .with("signedUpAt", time, utc)
                .with("lastSeenAt", time, utc)
                .with("lastActivityAt", time, utc)
                .with("lastCustomerActivityAt", time, utc)
                .with("createdAt", time, utc)
                .with("importedAt", time, utc);
    }

    @Test
    void a_field_that_the_form_lacks_can_be_an_additional_field() {
        CustomerFields fields = bound(CustomerFields.class, "{\"additionalFields\":{\"rev\":3}}");

        assertThat(json(text(CustomerMapping.of(fields, NAMES).checked()))).isEqualTo(json("{\"rev\":3}"));
    }

    @Test
    void a_task_without_fields_makes_an_empty_body() {
        assertThat(json(text(CustomerMapping.of(null, NAMES).checked()))).isEqualTo(json("{}"));
        assertThat(json(text(CustomerMapping.of(bound(CustomerFields.class, "{}"), NAMES)
                        .checked())))
                .isEqualTo(json("{}"));
    }

    @Test
    void every_requested_field_is_in_the_form() {
        assertThat(fields()).containsAll(described("requested.json", "CustomerCreate"));
    }

    @Test
    void every_field_of_the_api_but_the_revision_is_in_the_form() {
        Set<String> missing = described("live.json", "CustomerBody");
        missing.removeAll(fields());

        assertThat(missing).containsExactly("rev");
    }

    @Test
    void a_customer_with_every_field_keeps_both_contracts() {
        String all = samples().variables(fields(), "\"additionalFields\":{\"rev\":3}");

        Request request = bound(CreateCustomer.class, all).call(Bound.TASK).request();

        assertThat(Contract.live().requestProblems("POST", "/v1/customers", Bound.tree(request)))
                .isEmpty();
        assertThat(Contract.requested().requestProblems("POST", "/v1/customers", Bound.tree(request)))
                .isEmpty();
        assertThat(json(Bound.sent(request)).fields()).hasSize(fields().size() + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"emails":["ada"]}                              | customer.emails[0] is not an e-mail address
                    {"emails":{"email":"a@b.c","kind":"home"}}      | customer.emails has an unknown field: the known fields are email, type, verified
                    {"phones":{"type":"home"}}                      | customer.phones.phone is missing
                    {"phones":{"phone":"+18005551212","type":"satellite"}}   | customer.phones.type is not one of mobile, home, work, fax, other
                    {"socials":[{"type":"twitter"}]}                | customer.socials[0].username is missing
                    {"socials":"ada"}                               | customer.socials must be an object with type, username, userid, url, verified
                    {"sentiment":{"polarity":2,"confidence":0}}     | customer.sentiment.polarity is not a whole number from -1 to 1
                    {"sentiment":{"polarity":1}}                    | customer.sentiment.confidence is missing
                    {"locations":[{"latitude":91}]}                 | customer.locations[0].latitude is not a number from -90.0 to 90.0
                    {"locations":[{"countryCode":"GBR"}]}           | customer.locations[0].countryCode has 3 characters, at most 2 are allowed
                    {"birthdayAt":"10.12.1985"}                     | customer.birthdayAt is not a year, month and day, such as 1985-12-10
                    {"signedUpAt":"10.12.1985"}                     | customer.signedUpAt is not a date and time, such as 2026-01-31T09:30:00Z
                    {"emails":[{"email":"","emial":"a@b.c"}]}       | customer.emails[0] has an unknown field: the known fields are email, type, verified
                    {"company":"Acme Ltd"}                          | customer.company is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the external ID of a company. Kustomer accepts no name here
                    {"emails":"[email1]"}                           | customer.emails is not an e-mail address
                    {"facebookIds":[{"pageId":"1","userId":""}]}    | customer.facebookIds[0].userId is missing
                    {"facebookIds":[{"pageId":"","name":"A"}]}      | customer.facebookIds[0].pageId is missing; customer.facebookIds[0].userId is missing
                    {"instagramIds":[{"pageId":"","instagramId":"A"}]} | customer.instagramIds[0].pageId is missing; customer.instagramIds[0].threadId is missing; customer.instagramIds[0].username is missing
                    {"socials":[{"username":"","url":"https://a.b"}]} | customer.socials[0].type is missing; customer.socials[0].username is missing
                    {"custom":{"ageNum":"4 2"}}                     | customer.custom.ageNum must be a number
                    {"custom":{"aTxt":{"camunda.function.type":"base64"}}} | customer.custom contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    {"name":{"camunda.function.type":"getText"}}    | customer.name contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    {"additionalFields":{"na\\u200bme":"Ada"}}      | customer.additionalFields.name is a field of the form: use customer.name
                    {"gender":"x"}                                  | customer.gender is not one of m, f
                    {"custom":{"plan":"gold"}}                      | customer.custom.plan does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do
                    """)
    void values_that_kustomer_would_refuse_are_refused_before_sending(String given, String problem) {
        CustomerFields fields = bound(CustomerFields.class, given);

        assertThat(refusal(() -> CustomerMapping.of(fields, NAMES).checked())).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"emails":"\\u00a0ada@example.org\\u200b"}         | {"emails":[{"email":"ada@example.org"}]}
                    {"emails":["\\ufeffada@exam\\u00adple.org"]}       | {"emails":[{"email":"ada@example.org"}]}
                    {"emails":"mailto:ada@example.org"}               | {"emails":[{"email":"ada@example.org"}]}
                    {"emails":"[\\"ada@example.org\\"]"}              | {"emails":[{"email":"ada@example.org"}]}
                    {"emails":"[\\"a@b.c\\", \\"d@e.f\\"]"}           | {"emails":[{"email":"a@b.c"},{"email":"d@e.f"}]}
                    {"emails":"{\\"email\\":\\"a@b.c\\"}"}            | {"emails":[{"email":"a@b.c"}]}
                    {"emails":[{"email":"","type":"work"}]}           | {}
                    {"emails":[{"email":null,"verified":true},"a@b.c"]} | {"emails":[{"email":"a@b.c"}]}
                    {"emails":{"\\u200bemail":"a@b.c"}}               | {"emails":[{"email":"a@b.c"}]}
                    {"phones":[{"phone":"\\u00a0","type":"mobile"}]}  | {}
                    {"whatsapps":{"phone":"","type":"mobile"}}        | {}
                    {"socials":[{"type":"twitter","username":""}]}    | {}
                    {"facebookIds":[{"pageId":"","userId":null,"name":""}]} | {}
                    {"locations":[{"type":"home","cityName":"","countryCode":""}]} | {}
                    {"locations":[{"type":"home","latitude":"51.5"}]} | {"locations":[{"type":"home","latitude":51.5}]}
                    {"urls":{"url":" ","type":"blog"}}                | {}
                    {"externalId":"\\u200eC\\u20114711\\u200e"}       | {"externalId":"C-4711"}
                    {"externalIds":["C-1\\u202f",{"externalId":""}]}  | {"externalIds":[{"externalId":"C-1"}]}
                    {"username":"ada\\u2060"}                         | {"username":"ada"}
                    {"tags":"[\\"vip\\", \\"beta\\u200b\\"]"}         | {"tags":["vip","beta"]}
                    {"tags":["VIP\\u00a0customer"]}                   | {"tags":["VIP customer"]}
                    {"gender":"f\\u200b"}                             | {"gender":"f"}
                    {"company":"5F1E2D3C4B5A69788796A5B4\\u200b"}     | {"company":"5f1e2d3c4b5a69788796a5b4"}
                    {"emails":{"email":"a@b.c","verified":"true"}}    | {"emails":[{"email":"a@b.c","verified":true}]}
                    {"sentiment":{"polarity":"","confidence":null}}   | {}
                    {"sentiment":{"polarity":"1","confidence":"0.8"}} | {"sentiment":{"polarity":1,"confidence":0.8}}
                    {"custom":{"ageNum":"42","vipBool":"TRUE","plan\\u200bStr":"a"}} | {"custom":{"ageNum":42,"vipBool":true,"planStr":"a"}}
                    {"birthdayAt":"1985-12-10\\u00a0"}                | {"birthdayAt":"1985-12-10T00:00:00.000Z"}
                    {"name":"\\u00a0Ada\\u200bL "}                    | {"name":"\\u00a0Ada\\u200bL "}
                    {"name":"\\u200b\\u00a0"}                         | {}
                    """)
    void values_are_sent_in_the_form_that_kustomer_takes(String given, String sent) {
        CustomerFields fields = bound(CustomerFields.class, given);

        assertThat(Json.object(CustomerMapping.of(fields, NAMES).checked())).isEqualTo(json(sent));
    }

    @Test
    void lists_have_ten_entries_at_most() {
        String eleven = IntStream.range(0, 11)
                .mapToObj(i -> "\"a%s@example.org\"".formatted(i))
                .collect(joining(",", "{\"emails\":[", "]}"));

        assertThat(refusal(() -> CustomerMapping.of(bound(CustomerFields.class, eleven), NAMES)
                        .checked()))
                .contains("customer.emails has 11 entries, at most 10 are allowed");
    }
}
