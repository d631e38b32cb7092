/** Fills in element templates as the Modeler does, so that tests run the very BPMN that users get. */
@NullMarked
package io.github.kustomerconnector.template;

import org.jspecify.annotations.NullMarked;
