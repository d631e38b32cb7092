/** Connectors that lack everything, for the test of the operation catalogue. */
@NullMarked
package io.github.kustomerconnector.template.planted;

import org.jspecify.annotations.NullMarked;
