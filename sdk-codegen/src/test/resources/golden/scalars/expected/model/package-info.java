/** What Example is sent and answers with: immutable classes with builders, generated from its OpenAPI document. */
@NullMarked
package example.api.model;

import org.jspecify.annotations.NullMarked;
