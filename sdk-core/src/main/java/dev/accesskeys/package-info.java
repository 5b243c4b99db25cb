/**
 * The face of the SDK: what an application meets at every provider — {@link dev.accesskeys.Secret secrets},
 * {@link dev.accesskeys.paging.Page pages}, {@link dev.accesskeys.CallOptions options of a call} and
 * {@link dev.accesskeys.Response responses}.
 */
@NullMarked
package dev.accesskeys;

import org.jspecify.annotations.NullMarked;
