/**
 * The Kustomer connector for Camunda 8. The packages depend on each other in one direction only:
 * {@code connector → operation → field → call → json} and {@code connector → client → http → call}.
 */
@NullMarked
package io.github.kustomerconnector;

import org.jspecify.annotations.NullMarked;
