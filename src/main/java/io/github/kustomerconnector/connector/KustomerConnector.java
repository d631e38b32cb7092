package io.github.kustomerconnector.connector;

import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.JobContext;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Endpoint;
import io.github.kustomerconnector.client.KustomerException;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.TaskIdentity;

/**
 * What every Kustomer connector does with a job: bind its variables, carry out the operation, tell the engine. One
 * instance serves all jobs of its type at once.
 *
 * @param <O> the operation
 */
abstract class KustomerConnector<O extends Operation<?>> implements OutboundConnectorFunction {

    private final Class<O> operationType;
    private final Surroundings surroundings;

    KustomerConnector(Class<O> operationType, Surroundings surroundings) {
        this.operationType = operationType;
        this.surroundings = surroundings;
    }

    /**
     * What the operation hands back.
     *
     * @throws io.camunda.connector.api.error.ConnectorException with one of {@link ErrorCode}
     */
    @Override
    public final Object execute(OutboundConnectorContext context) {
        JobContext job = context.getJobContext();
        try {
            Operation<?> operation = context.bindVariables(operationType);
            Object result = carryOut(operation, context);
            surroundings.failures().forget(job.getElementInstanceKey());
            return result;
        } catch (KustomerException e) {
            throw surroundings.engineErrors().of(e.failure(), job);
        } catch (ConnectorInputException e) {
            throw surroundings.engineErrors().ofInput(e, job);
        } catch (LinkageError e) {
            // The runtime does not catch errors: the job would hang until its time is up, again and again.
            throw new IllegalStateException("The Kustomer connector does not fit this runtime: " + e, e);
        }
    }

    private <E extends Ended> Object carryOut(Operation<E> operation, OutboundConnectorContext context) {
        JobContext job = context.getJobContext();
        Endpoint endpoint = operation.endpoint();
        Call<? extends E> call = operation.call(new TaskIdentity(
                surroundings.namespace(), job.getProcessInstanceKey(), job.getElementInstanceKey(), operation.name()));
        return completed(operation.result(surroundings.client().carryOut(endpoint, call, new JobDocuments(context))));
    }

    /** What the process gets: the operation's result, with what the edge may add. */
    Object completed(Object result) {
        return result;
    }
}
