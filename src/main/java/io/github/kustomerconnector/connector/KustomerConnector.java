package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.JobContext;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import java.util.Objects;

/**
 * Handles a job as every Kustomer connector does: binds its variables, executes the operation, and maps failures for
 * the engine. One instance handles all jobs of its type; it is safe for use by many threads.
 *
 * @param <O> the operation
 */
abstract class KustomerConnector<O extends Operation<?>> implements OutboundConnectorFunction {

    private final Class<O> operationType;
    private final String operationName;
    private final List<Role> roles;
    private final ConnectorEnvironment environment;

    KustomerConnector(Class<O> operationType, List<Role> roles, ConnectorEnvironment environment) {
        this.operationType = operationType;
        this.operationName = operationName(getClass().getAnnotation(OutboundConnector.class));
        this.roles = List.copyOf(roles);
        this.environment = environment;
    }

    /** {@code create-customer} of the job type {@code kustomer:create-customer:1}. */
    private static String operationName(OutboundConnector connector) {
        return connector.type().split(":", -1)[1];
    }

    /** The operation's name, such as {@code create-customer}. */
    final String operationName() {
        return operationName;
    }

    /** The roles that a key needs for the operation, all of them; empty if they depend on the input. */
    final List<Role> roles() {
        return roles;
    }

    /**
     * The operation's result.
     *
     * @throws io.camunda.connector.api.error.ConnectorException with one of {@link ErrorCode}
     */
    @Override
    public final Object execute(OutboundConnectorContext context) {
        JobContext job = context.getJobContext();
        try {
            ResultVariables.check(job.getCustomHeaders());
            TaskInputs inputs = context.bindVariables(TaskInputs.class);
            Operation<?> operation = inputs.bind(operationType);
            ApiKey key = environment.keys().of(operation.apiKey());
            refuseToSendTheKey(inputs, key);
            TaskHeaders headers = TaskHeaders.of(job.getCustomHeaders());
            Object result = Results.safe(headers.partsOf(carryOut(operation, key, context)), key);
            environment.failures().forget(job.getElementInstanceKey());
            return headers.marked(result);
        } catch (KustomerException e) {
            throw environment.engineErrors().of(e.failure(), job);
        } catch (ConnectorInputException e) {
            throw environment.engineErrors().ofInput(e, job);
        } catch (LinkageError e) {
            // The runtime does not catch errors: the job would run into its time-out again and again.
            throw new IllegalStateException("The Kustomer connector does not fit this runtime: " + e, e);
        }
    }

    /** The runtime replaces secrets in every text, also in a value from outside, so a field could contain the key. */
    private static void refuseToSendTheKey(TaskInputs inputs, ApiKey key) {
        inputs.fieldWith(key::isIn).ifPresent(field -> {
            throw Failure.invalid(field, "contains the API key: it is not sent");
        });
    }

    private <R extends CallResult> Object carryOut(
            Operation<R> operation, ApiKey key, OutboundConnectorContext context) {
        JobContext job = context.getJobContext();
        Endpoint endpoint = new Endpoint(operation.serverOrDefault().base(), key);
        Call<? extends R> call = operation.call(new TaskIdentity(
                environment.namespace(),
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                operationName,
                Objects.requireNonNullElse(job.getBpmnProcessId(), "")));
        JobDocuments documents = new JobDocuments(context);
        Object result = operation.result(environment.client().carryOut(endpoint, call, documents));
        return completed(result, documents);
    }

    /** The result for the process. A connector may add what only this package knows, or write a document. */
    Object completed(Object result, JobDocuments documents) {
        return result;
    }
}
