package dev.accesskeys.conformance;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** A date and time of RFC 3339; the offset may be missing, for providers call that a {@code date-time} too. */
final class DateTimeFormat implements Format {

    @Override
    public String getName() {
        return "date-time";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        try {
            if (value.matches(".*([zZ]|[+-][0-9]{2}:[0-9]{2})")) {
                OffsetDateTime.parse(value);
            } else {
                LocalDateTime.parse(value);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
