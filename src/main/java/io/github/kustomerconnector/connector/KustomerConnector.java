package io.github.kustomerconnector.connector;

import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.JobContext;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.client.Call;
import io.github.kustomerconnector.client.Endpoint;
import io.github.kustomerconnector.client.KustomerException;
import io.github.kustomerconnector.client.Settled;
import io.github.kustomerconnector.operation.CreatedRecord;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.TaskIdentity;

/**
 * What every Kustomer connector does with a job: bind its variables, carry out the operation, tell the engine. One
 * instance serves all jobs of its type at once.
 *
 * @param <O> the operation
 */
abstract class KustomerConnector<O extends Operation> implements OutboundConnectorFunction {

    private final Class<O> operationType;
    private final Surroundings surroundings;

    KustomerConnector(Class<O> operationType, Surroundings surroundings) {
        this.operationType = operationType;
        this.surroundings = surroundings;
    }

    /**
     * The record that the operation ended with.
     *
     * @throws io.camunda.connector.api.error.ConnectorException with one of {@link ErrorCode}
     */
    @Override
    public final Object execute(OutboundConnectorContext context) {
        JobContext job = context.getJobContext();
        try {
            CreatedRecord result = carryOut(bind(context), job);
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

    private O bind(OutboundConnectorContext context) {
        return context.bindVariables(operationType);
    }

    private CreatedRecord carryOut(O operation, JobContext job) {
        Endpoint endpoint = new Endpoint(
                operation.server().base(), operation.authentication().key());
        Call call = operation.call(new TaskIdentity(
                surroundings.namespace(), job.getProcessInstanceKey(), job.getElementInstanceKey(), operation.name()));
        Settled settled = surroundings.client().create(endpoint, call);
        return CreatedRecord.of(settled, operation.server(), operation.recordType());
    }
}
