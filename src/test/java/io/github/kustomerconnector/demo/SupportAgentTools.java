package io.github.kustomerconnector.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools of the agent example, each a form of the connector. The agent fills in the parameters with {@code fromAi}.
 * Its result is {@code toolCallResult}.
 */
final class SupportAgentTools {

    /** Every refusal becomes a BPMN error, also that of a record that the agent names and that does not exist. */
    private static final String ERRORS = "=if error.code = \"KUSTOMER_REJECTED\""
            + " then bpmnError(error.code, error.message, {kustomerError: error})"
            + " else error.variables.bpmn";

    private static final String CONVERSATIONS = "={toolCallResult: for c in records return"
            + " {conversationId: c.id, name: c.attributes.name, status: c.attributes.status}}";

    private static final String WRITTEN = "={toolCallResult: {id: id, outcome: outcome}}";

    /**
     * One tool.
     *
     * @param id the name that the agent sees
     * @param purpose what the agent reads about it
     * @param operation such as {@code find-customer}
     * @param typed the values of the form fields
     */
    record Tool(String id, String name, String purpose, String operation, Map<String, String> typed) {}

    /** Reads and changes nothing. */
    static final List<Tool> READING = List.of(
            new Tool(
                    "find_customer",
                    "Find customer",
                    "Finds a customer by e-mail, telephone number or customer number. Give at least one of them.",
                    "find-customer",
                    form(Map.of(
                            "customer.email", optional("email", "The e-mail address of the customer"),
                            "customer.phone", optional("phone", "The telephone number, such as +4930123456"),
                            "customer.externalId", optional("customerNumber", "The customer number"),
                            "resultExpression",
                                    "={toolCallResult: {found: found, customerId: id, name: attributes.name}}"))),
            new Tool(
                    "find_conversations",
                    "Find conversations",
                    "Lists conversations of a customer.",
                    "find-conversation",
                    form(Map.of(
                            "conversation.by",
                            "customer",
                            "conversation.customer",
                            required("customerId", "The id of the customer"),
                            "conversation.status",
                            optional("status", "Only conversations with this status: open, snoozed or done"),
                            "resultExpression",
                            CONVERSATIONS))),
            new Tool(
                    "read_messages",
                    "Read messages",
                    "Reads the newest messages of a conversation, newest first.",
                    "find-message",
                    form(Map.of(
                            "message.conversation",
                            required("conversationId", "The id of the conversation"),
                            "message.most",
                            "10",
                            "resultExpression",
                            "={toolCallResult: for m in records return"
                                    + " {direction: m.attributes.direction, text: m.attributes.preview}}"))),
            new Tool(
                    "search_conversations",
                    "Search conversations",
                    "Finds conversations of all customers by a word of their subject.",
                    "search",
                    form(Map.of(
                            "search.queryContext",
                            "conversation",
                            "search.and",
                            "={conversation_name: {contains: "
                                    + required("word", "A word of the subject").substring(1) + "}}",
                            "search.most",
                            "10",
                            "resultVariable",
                            "",
                            "resultExpression",
                            CONVERSATIONS))));

    /** Writes a record once for each content, however often the agent asks for it. */
    static final List<Tool> WRITING = List.of(
            new Tool(
                    "open_conversation",
                    "Open conversation",
                    "Opens a conversation with a customer. The same customer and subject give the same conversation.",
                    "create-conversation",
                    form(Map.of(
                            "conversation.customer", required("customerId", "The id of the customer"),
                            "conversation.name", required("subject", "A subject of a few words"),
                            "options.idempotencyKey",
                                    key("string(toolCall.customerId) + \" \" + lower case(string(toolCall.subject))"),
                            "resultExpression", WRITTEN))),
            new Tool(
                    "add_note",
                    "Add note",
                    "Adds an internal note to a conversation. The customer does not see it.",
                    "create-note",
                    form(Map.of(
                            "note.conversation", required("conversationId", "The id of the conversation"),
                            "note.body", required("text", "The text of the note"),
                            "options.idempotencyKey",
                                    key("string(toolCall.conversationId) + \" \" + lower case(string(toolCall.text))"),
                            "resultExpression", WRITTEN))));

    /** The task within the tool that sends. It reads the variables of that tool. */
    static final Map<String, String> SENDING = form(Map.of(
            "draft.customer", "=customer",
            "draft.channel", "email",
            "draft.to", "=to",
            "draft.subject", "=subject",
            "draft.body", "=text",
            "draft.conversation", "=conversation",
            "resultExpression", "={result: {sent: true, id: id}}"));

    private SupportAgentTools() {}

    private static Map<String, String> form(Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        form.put("errorExpression", ERRORS);
        return Map.copyOf(form);
    }

    static String required(String parameter, String description) {
        return "=fromAi(toolCall.%s, \"%s\", \"string\")".formatted(parameter, description);
    }

    static String optional(String parameter, String description) {
        return "=fromAi(toolCall.%s, \"%s\", \"string\", {}, {required: false})".formatted(parameter, description);
    }

    /** A key has at most 256 characters, so the middle of a long text counts by its length only. */
    private static String key(String content) {
        return ("=(for content in [%s] return requestId + \" \" + "
                        + "(if string length(content) <= 180 then content else "
                        + "substring(content, 1, 90) + string(string length(content)) + substring(content, -80)))[1]")
                .formatted(content);
    }
}
