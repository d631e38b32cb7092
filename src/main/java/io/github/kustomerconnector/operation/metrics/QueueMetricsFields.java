package io.github.kustomerconnector.operation.metrics;

import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import org.jspecify.annotations.Nullable;

/** The figures of queues to read, as the form sets them; null means the default, which is to read. */
public record QueueMetricsFields(
        @TemplateProperty(
                label = "Latest wait",
                description = "The wait of the customer who left the queue last. One request for all queues",
                group = "metrics",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "true", label = "Read"),
                    @DropdownPropertyChoice(value = "false", label = "Leave out")
                },
                defaultValue = "true")
        @Nullable String waits,

        @TemplateProperty(
                label = "Number waiting",
                description = "The conversations that wait in each queue. At least one request for each queue",
                group = "metrics",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "true", label = "Read"),
                    @DropdownPropertyChoice(value = "false", label = "Leave out")
                },
                defaultValue = "true")
        @Nullable String waiting,

        @TemplateProperty(
                label = "Agents available",
                description = "The agents who can take a conversation. At least one request for each queue",
                group = "metrics",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "true", label = "Read"),
                    @DropdownPropertyChoice(value = "false", label = "Leave out")
                },
                defaultValue = "true")
        @Nullable String agents) {}
