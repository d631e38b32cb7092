package io.github.kustomerconnector.architecture.faulty.operation.customer;

import io.github.kustomerconnector.architecture.faulty.operation.conversation.Known;

/** One resource's operations know another's. */
record KnowsConversations(Known known) {}
