package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.api.CallKustomerApi;
import io.github.kustomerconnector.operation.connection.CheckConnection;
import io.github.kustomerconnector.operation.conversation.CreateConversation;
import io.github.kustomerconnector.operation.conversation.FindConversation;
import io.github.kustomerconnector.operation.conversation.UpdateConversation;
import io.github.kustomerconnector.operation.customer.CreateCustomer;
import io.github.kustomerconnector.operation.customer.DeleteCustomer;
import io.github.kustomerconnector.operation.customer.FindCustomer;
import io.github.kustomerconnector.operation.customer.MergeCustomers;
import io.github.kustomerconnector.operation.customer.UpdateCustomer;
import io.github.kustomerconnector.operation.customer.UpsertCustomer;
import io.github.kustomerconnector.operation.message.CreateMessage;
import io.github.kustomerconnector.operation.message.SendMessage;
import io.github.kustomerconnector.operation.note.CreateNote;
import io.github.kustomerconnector.operation.search.SearchKustomer;
import java.util.stream.Stream;

/** Every operation that there is: the edge alone sees all of them, since resources do not know each other. */
final class Operations {

    private Operations() {}

    /** The operations without input, for what they say of themselves. */
    static Stream<Operation<?>> all() {
        return Stream.of(
                new CreateCustomer(null, null, null, null),
                new FindCustomer(null, null, null, null),
                new UpdateCustomer(null, null, null, null, null, null),
                new UpsertCustomer(null, null, null, null),
                new MergeCustomers(null, null, null, null),
                new DeleteCustomer(null, null, null, null),
                new CreateConversation(null, null, null, null),
                new FindConversation(null, null, null, null),
                new UpdateConversation(null, null, null, null, null, null),
                new CreateNote(null, null, null, null),
                new CreateMessage(null, null, null, null),
                new SendMessage(null, null, null, null),
                new SearchKustomer(null, null, null, null),
                new CallKustomerApi(null, null, null, null),
                new CheckConnection(null, null, null));
    }
}
