package dev.accesskeys.internal.text;

import dev.accesskeys.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes texts that come from a provider fit for messages and logs. Three nets, one behind the other: the secrets that the
 * request carried, the values of JSON members whose names sound secret, and long runs that look like a key.
 */
public final class Redaction {

    private static final int MAX_LENGTH = 300;

    /** What is looked at is longer than what is shown, so that a cut never leaves half a secret that no net knows. */
    private static final int MAX_READ = 4096;

    private static final int MAX_IDENTIFIER = 100;

    /** A secret that begins with fewer characters than these at the end of a text gives nothing away. */
    private static final int LEAST_BEGINNING = 4;

    private static final String MASK = "[redacted]";

    private static final String SOUNDS_SECRET =
            "(?:secret|token|passw|credential|access_?key|api_?key|private_?key|authorization)";

    /** The member's value is a text, escapes and all, or cut off; a flat array or object; or anything up to a comma. */
    private static final Pattern SECRET_MEMBER = Pattern.compile(
            "(\"[^\"]{0,40}" + SOUNDS_SECRET + "[^\"]{0,40}\"\\s*:\\s*)"
                    + "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"?|\\[[^\\]]*+\\]?|\\{[^}]*+\\}?|[^,}\\]\\s]++)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** As in the query of an address or in a form. */
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "(\\b[\\w.-]{0,40}" + SOUNDS_SECRET + "[\\w.-]{0,40}=)[^\\s&;,\"'<>]++", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[^\\s\"',;]+");

    /** At least 20 characters of the alphabets that keys are made of, a digit and a letter among them. */
    private static final Pattern KEY_LIKE =
            Pattern.compile("(?=[A-Za-z+/=_-]*[0-9])(?=[0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{20,}");

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]+");

    private static final Pattern NOT_VISIBLE = Pattern.compile("[^\\x21-\\x7E]");

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
        // The longest first: a form may be a part of another.
        return new Redaction(secrets.stream()
                .flatMap(secret -> forms(secret.reveal()).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The forms in which a provider, or a proxy on the way, may give back what it was sent. */
    private static List<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        return List.of(
                value,
                value.replace("/", "\\/"),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                hex,
                hex.toUpperCase(Locale.ROOT));
    }

    /**
     * Makes a text fit to be shown.
     *
     * @param text any text
     * @return at most 300 characters without secrets and control characters
     */
    public String apply(String text) {
        String shown = withoutKnown(text.length() > MAX_READ ? text.substring(0, MAX_READ) : text);
        shown = SECRET_MEMBER.matcher(shown).replaceAll("$1\"" + MASK + "\"");
        shown = BEARER.matcher(shown).replaceAll("$1 " + MASK);
        shown = SECRET_PARAMETER.matcher(shown).replaceAll("$1" + MASK);
        shown = KEY_LIKE.matcher(shown).replaceAll(MASK);
        shown = CONTROL.matcher(shown).replaceAll(" ").strip();
        return shown.length() > MAX_LENGTH ? shown.substring(0, MAX_LENGTH) + "…" : shown;
    }

    /**
     * Makes an identifier fit to be shown, which may look like a key without being one.
     *
     * @param identifier an identifier that came with an answer
     * @return at most 100 visible ASCII characters without the secrets that the request carried
     */
    public String identifier(String identifier) {
        String shown = withoutKnown(identifier.length() > MAX_READ ? identifier.substring(0, MAX_READ) : identifier);
        shown = NOT_VISIBLE.matcher(shown).replaceAll("?");
        return shown.length() > MAX_IDENTIFIER ? shown.substring(0, MAX_IDENTIFIER) : shown;
    }

    private String withoutKnown(String text) {
        String shown = text;
        for (String secret : known) {
            shown = shown.replace(secret, MASK);
        }
        for (String secret : known) {
            shown = withoutBeginning(shown, secret);
        }
        return shown;
    }

    /** Takes away the beginning of a secret at the very end of a text, where the text was cut. */
    private static String withoutBeginning(String text, String secret) {
        for (int length = Math.min(text.length(), secret.length() - 1); length >= LEAST_BEGINNING; length--) {
            if (text.endsWith(secret.substring(0, length))) {
                return text.substring(0, text.length() - length) + MASK;
            }
        }
        return text;
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
