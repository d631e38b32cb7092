package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What a person does on the page. */
final class PageActions {

    private static final int LONGEST_TEXT = 10_000;

    private final KustomerSimulator kustomer;
    private final PageFaults faults;

    PageActions(KustomerSimulator kustomer, PageFaults faults) {
        this.kustomer = kustomer;
        this.faults = faults;
    }

    /**
     * Carries out an action.
     *
     * @return the reply: what happened, in a sentence
     */
    Reply perform(String action, String body) {
        try {
            JsonNode input = Json.parse(body);
            return switch (action) {
                case "answer" -> answer(input);
                case "write" -> write(input);
                case "close" -> close(input);
                case "fault" -> fault(input);
                case "cancel-faults" -> cancelFaults();
                case "duplicate-event" -> duplicateEvent();
                case "lose-event-answer" -> loseEventAnswer();
                default -> refused(404, "There is no action " + action);
            };
        } catch (IllegalArgumentException e) {
            return refused(400, String.valueOf(e.getMessage()));
        } catch (ApiErrorException e) {
            return refused(404, "There is no such record");
        }
    }

    private Reply answer(JsonNode input) {
        kustomer.answerAsCustomer(text(input, "conversation"), text(input, "text"));
        return done("The customer has answered.");
    }

    private Reply write(JsonNode input) {
        String id = kustomer.writeAsCustomer(text(input, "customer"), text(input, "text"));
        return Reply.json(
                200,
                Json.object()
                        .put("done", "The customer has opened a conversation.")
                        .put("conversation", id));
    }

    private Reply close(JsonNode input) {
        kustomer.closeConversation(text(input, "conversation"));
        return done("The conversation is closed.");
    }

    private Reply fault(JsonNode input) {
        PageFault fault = PageFault.of(text(input, "fault"));
        String requests = text(input, "requests");
        faults.add(fault, requests);
        String target = requests.equals("any") ? "request" : requests;
        return done("The next " + target + ": " + fault.description() + ".");
    }

    private Reply cancelFaults() {
        faults.clear();
        return done("No fault waits.");
    }

    private Reply duplicateEvent() {
        kustomer.webhooks().duplicateNext(1, 1);
        return done("The next event is sent twice.");
    }

    private Reply loseEventAnswer() {
        kustomer.webhooks().loseAnswers(1);
        return done("The receiver's next answer gets lost, so the event is sent again.");
    }

    private static String text(JsonNode input, String field) {
        String text = input.path(field).asText().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(field + " must have between 1 and " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static Reply done(String sentence) {
        return Reply.json(200, Json.object().put("done", sentence));
    }

    private static Reply refused(int status, String sentence) {
        return Reply.json(status, Json.object().put("problem", sentence));
    }
}
