/**
 * The Kustomer connector for Camunda 8. The packages depend on each other in one direction only:
 * {@code connector → operation → client → json}.
 */
@NullMarked
package io.github.kustomerconnector;

import org.jspecify.annotations.NullMarked;
