/** The contents of the jar, and the jar on a plain connector runtime. */
@NullMarked
package io.github.kustomerconnector.packaging;

import org.jspecify.annotations.NullMarked;
