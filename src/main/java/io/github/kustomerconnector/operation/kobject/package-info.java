/** Operations on KObjects, the records of the klasses that an organization defines. */
@NullMarked
package io.github.kustomerconnector.operation.kobject;

import org.jspecify.annotations.NullMarked;
