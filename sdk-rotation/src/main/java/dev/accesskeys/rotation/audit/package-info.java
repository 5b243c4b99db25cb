/** What happened, for those who have to account for it. */
@NullMarked
package dev.accesskeys.rotation.audit;

import org.jspecify.annotations.NullMarked;
