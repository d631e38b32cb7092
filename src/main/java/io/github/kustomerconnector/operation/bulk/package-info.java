/** Operations on many records by few requests: {@code /v1/<resource>/bulk}. */
@NullMarked
package io.github.kustomerconnector.operation.bulk;

import org.jspecify.annotations.NullMarked;
