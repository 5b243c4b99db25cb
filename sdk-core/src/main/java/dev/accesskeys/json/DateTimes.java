package dev.accesskeys.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as the providers write them. */
final class DateTimes {

    /** Date, time to the second, fraction of any length, offset if there is one. */
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?([Zz]|[+-]\\d{2}:?\\d{2})?");

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("[XXX][XX]");

    private static final int NANO_DIGITS = 9;

    private DateTimes() {}

    static @Nullable Instant parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDateTime local =
                    LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + fraction(matcher.group(3)));
            return OffsetDateTime.of(local, offset(matcher.group(4))).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String format(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private static String fraction(@Nullable String digits) {
        if (digits == null) {
            return "";
        }
        return "." + (digits.length() > NANO_DIGITS ? digits.substring(0, NANO_DIGITS) : digits);
    }

    private static ZoneOffset offset(@Nullable String offset) {
        if (offset == null || offset.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        TemporalAccessor parsed = OFFSET.parse(offset);
        return ZoneOffset.from(parsed);
    }
}
