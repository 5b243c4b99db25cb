/** Lists that the provider sends page by page. */
@NullMarked
package dev.accesskeys.paging;

import org.jspecify.annotations.NullMarked;
