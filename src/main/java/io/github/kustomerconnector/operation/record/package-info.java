/** Look-ups of users, teams, queues, tags, klasses and companies. */
@NullMarked
package io.github.kustomerconnector.operation.record;

import org.jspecify.annotations.NullMarked;
