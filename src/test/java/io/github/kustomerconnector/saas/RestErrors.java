package io.github.kustomerconnector.saas;

/** What becomes of an error of Camunda's REST connector. Its code is the HTTP status as text; 408 if no answer came. */
final class RestErrors {

    /**
     * The error expression. It gives the wait that Kustomer asks for and keeps the retries, throws a BPMN error for a
     * refused record, and makes other final errors incidents. An error that may pass uses one retry.
     *
     * <p>An error without a code is refused input, or a result expression that failed after the request. Neither may be
     * repeated.
     */
    private static final String EXPRESSION = """
            =if error = null then null else {
              answer: error.variables.response,
              refusal: answer.body.errors[1],
              message: string join(["Kustomer answered " + error.code, refusal.code, refusal.source.parameter,
                refusal.title, refusal.message], ", "),
              refused: function(code) bpmnError(code, message, {kustomerError: {code: code, message: message,
                variables: {status: number(error.code), kustomerCode: refusal.code, field: refusal.source.parameter}}}),
              header: function(name) number(get entries(answer.headers)[lower case(key) = name][1].value),
              seconds: (now() - date and time("1970-01-01T00:00:00Z")) / duration("PT1S"),
              reset: header("x-ratelimit-reset"),
              until: if reset < 1000000000 then reset else reset - seconds,
              wait: ceiling(min(max(get or else(get or else(header("retry-after"), until), 60), 1), 3600)),
              result:
                if error.code = "429" then jobError(message, {}, job.retries, duration("PT" + string(wait) + "S"))
                else if error.code = "409" then refused("KUSTOMER_DUPLICATE")
                else if error.code in ["400", "413", "422"] then refused("KUSTOMER_REJECTED")
                else if error.code = "404" and refusal != null then refused("MISSING")
                else if matches(error.code, "^(404|408|425|5..)$") then null
                else if error.code = null then jobError(error.message, {}, 0)
                else jobError(message, {}, 0)
            }.result""";

    private RestErrors() {}

    /**
     * The default error expression of an operation.
     *
     * @param method of its request; a create that answers 404 refers to a record that does not exist
     */
    static String expression(String method) {
        return EXPRESSION.replace("MISSING", method.equals("GET") ? "KUSTOMER_NOT_FOUND" : "KUSTOMER_REJECTED");
    }
}
