/** One call, from its arguments to its answer: what is decided stands in classes that neither wait nor send; two drivers, one blocking and one not, do the rest. */
@NullMarked
package dev.accesskeys.internal.call;

import org.jspecify.annotations.NullMarked;
