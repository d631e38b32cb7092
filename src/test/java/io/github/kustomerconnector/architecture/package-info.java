/** The rules for the dependencies between packages and for the form of classes. */
@NullMarked
package io.github.kustomerconnector.architecture;

import org.jspecify.annotations.NullMarked;
