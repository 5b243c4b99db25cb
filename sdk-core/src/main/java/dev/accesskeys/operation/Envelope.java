package dev.accesskeys.operation;

import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * What a provider puts around the payload of an answer: {@code x-envelope} in its document. A provider with an envelope of
 * its own implements this in its module.
 */
@FunctionalInterface
public interface Envelope {

    /**
     * Reads the payload out of an answer with a status of 2xx.
     *
     * @param <T> the type of the payload
     * @param in the answer, standing at its root
     * @param payload reads the payload
     * @return the payload
     * @throws dev.accesskeys.error.DecodingException if the answer is not as documented
     * @throws FailureReportedException if the envelope says that the call failed in spite of its status
     */
    <T extends @Nullable Object> T unwrap(JsonReader in, JsonDecoder<T> payload);

    /**
     * The payload is the whole document.
     *
     * @return no envelope
     */
    static Envelope none() {
        return new Envelope() {
            @Override
            public <T extends @Nullable Object> T unwrap(JsonReader in, JsonDecoder<T> payload) {
                return payload.read(in);
            }
        };
    }

    /**
     * The payload is one member of an object whose other members are not needed.
     *
     * @param name the member's name
     * @return the envelope
     */
    static Envelope member(String name) {
        return new MemberEnvelope(name);
    }

    /**
     * Thrown by an envelope that says, in an answer with a status of 2xx, that the call failed. The answer is then given to
     * the {@link FailureClassifier}, as any failed one.
     */
    final class FailureReportedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Makes the exception, which never leaves the SDK and so needs no stack trace. */
        public FailureReportedException() {
            super("the envelope reports a failure", null, false, false);
        }
    }
}
