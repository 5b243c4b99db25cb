package dev.accesskeys.internal.text;

import dev.accesskeys.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes texts that come from a provider fit for messages and logs. Three nets, one behind the other: the secrets that the
 * request carried, the values of JSON members whose names sound secret, and long runs that look like a key.
 */
public final class Redaction {

    private static final int MAX_LENGTH = 300;

    /** What is looked at is longer than what is shown, so that a cut never leaves half a secret that no net knows. */
    private static final int MAX_READ = 4096;

    private static final String MASK = "[redacted]";

    private static final Pattern SECRET_MEMBER = Pattern.compile(
            "(\"[^\"]{0,40}(?:secret|token|password|credential|access_?key|authorization)[^\"]{0,40}\"\\s*:\\s*)\"[^\"]*\"?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[^\\s\"',;]+");

    /** At least 20 characters of the alphabets that keys are made of, a digit and a letter among them. */
    private static final Pattern KEY_LIKE =
            Pattern.compile("(?=[A-Za-z+/=_-]*[0-9])(?=[0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{20,}");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private final List<String> known;

    private Redaction(List<String> known) {
        this.known = known;
    }

    /**
     * Makes a redaction.
     *
     * @param secrets what the request carried
     * @return the redaction
     */
    public static Redaction of(Collection<Secret> secrets) {
        return new Redaction(secrets.stream()
                .map(Secret::reveal)
                .flatMap(value ->
                        List.of(value, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                                .stream())
                .toList());
    }

    /**
     * Makes a text fit to be shown.
     *
     * @param text any text
     * @return at most 300 characters without secrets and control characters
     */
    public String apply(String text) {
        String shown = text.length() > MAX_READ ? text.substring(0, MAX_READ) : text;
        for (String secret : known) {
            shown = shown.replace(secret, MASK);
        }
        shown = SECRET_MEMBER.matcher(shown).replaceAll("$1\"" + MASK + "\"");
        shown = BEARER.matcher(shown).replaceAll("$1 " + MASK);
        shown = KEY_LIKE.matcher(shown).replaceAll(MASK);
        shown = CONTROL.matcher(shown).replaceAll(" ").strip();
        return shown.length() > MAX_LENGTH ? shown.substring(0, MAX_LENGTH) + "…" : shown;
    }

    /**
     * Makes the beginning of a body fit to be shown.
     *
     * @param body the bytes of a body, in UTF-8 or not
     * @return at most 300 characters without secrets and control characters
     */
    public String excerpt(byte[] body) {
        return apply(new String(body, 0, Math.min(body.length, MAX_READ), StandardCharsets.UTF_8));
    }
}
