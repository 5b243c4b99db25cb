package dev.accesskeys.error;

import static org.assertj.core.api.Assertions.assertThat;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

/** What errors are made of. */
class ErrorsTest {

    @Test
    void aMessageHasThreeParts() {
        OutcomeUnknownException unknown =
                new OutcomeUnknownException("testcloud create", "the connection broke", "Look for it.", null);

        assertThat(unknown)
                .hasMessage("testcloud create: the connection broke. Whether the change was made is not known."
                        + " Look for it.");
        assertThat(unknown.operation()).contains("testcloud create");
    }

    @Test
    void aValidationErrorNamesFieldAndRule() {
        ValidationException invalid = new ValidationException("page_size", "must be from 25 to 500", "24");

        assertThat(invalid).hasMessageStartingWith("page_size must be from 25 to 500; given: 24. Nothing was changed.");
        assertThat(invalid.operation()).isEmpty();
        assertThat(invalid.applied()).isEqualTo(Applied.NO);
    }

    @Test
    void valuesAreEqualByContent() {
        EqualsVerifier.forClass(ErrorDetail.class).withNonnullFields("reason").verify();
        EqualsVerifier.forClass(PendingChange.class)
                .withNonnullFields("provider", "change", "facts")
                .verify();
    }
}
