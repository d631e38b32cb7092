package io.github.kustomerconnector.operation.metrics;

import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import org.jspecify.annotations.Nullable;

/** The figures of a conversation to read, as the form sets them; null means the default. */
public record ConversationMetricsFields(
        @TemplateProperty(
                label = "Handle times",
                description = "The timer that the organization uses. Each timer has its own times",
                group = "metrics",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "v2", label = "Timer v2"),
                    @DropdownPropertyChoice(value = "v1", label = "Timer v1"),
                    @DropdownPropertyChoice(value = "both", label = "Both timers"),
                    @DropdownPropertyChoice(value = "none", label = "Leave out")
                },
                defaultValue = "v2")
        @Nullable String timer,

        @TemplateProperty(
                label = "Queue times",
                description = "Whether to read how long the conversation waited in queues",
                group = "metrics",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "true", label = "Read"),
                    @DropdownPropertyChoice(value = "false", label = "Leave out")
                },
                defaultValue = "true")
        @Nullable String queueTimes) {}
