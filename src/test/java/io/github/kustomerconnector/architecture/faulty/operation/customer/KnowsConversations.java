package io.github.kustomerconnector.architecture.faulty.operation.customer;

import io.github.kustomerconnector.architecture.faulty.operation.conversation.ConversationFields;

/** An operation on customers that depends on conversations. */
record KnowsConversations(ConversationFields known) {}
