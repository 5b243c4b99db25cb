package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.store.ProfileText.Property;
import dev.accesskeys.rotation.store.ProfileText.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three sections of a profile in a credentials file, as keys, and the changes that move keys between them. */
final class ProfileKeys {

    static final String PENDING = ".pending";
    static final String PREVIOUS = ".previous";

    private static final String ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";
    private static final String TOKEN = "aws_session_token";
    private static final String URL = "endpoint_url";
    private static final String REGION = "region";
    private static final String REF = "access_key_ref";
    private static final String ATTEMPT = "rotation_attempt";
    /** The access key id to which the two above belong: whoever puts another pair there by hand does not know them. */
    private static final String BOUND = "rotation_key";

    private static final List<String> OWN = List.of(ID, SECRET, TOKEN, URL, REGION, REF, ATTEMPT, BOUND);
    private static final List<String> PLACE = List.of(URL, REGION);

    private final String profile;
    private final String where;

    ProfileKeys(String profile, String where) {
        this.profile = profile;
        this.where = where;
    }

    StoreContents read(ProfileText text) {
        requireOnce(text);
        StoredKey current = key(text, profile);
        StoredKey pending = key(text, profile + PENDING);
        StoredKey previous = key(text, profile + PREVIOUS);
        String reservation = pending == null
                ? properties(text, profile + PENDING).get(ATTEMPT)
                : pending.attempt().orElse(null);
        return new StoreContents(current, pending, previous, reservation);
    }

    ProfileText reserve(ProfileText text, String attempt) {
        return write(text, profile + PENDING, Map.of(ATTEMPT, attempt));
    }

    ProfileText stage(ProfileText text, StoredKey key) {
        Map<String, String> properties = new LinkedHashMap<>();
        key.accessKeyId().ifPresent(id -> properties.put(ID, line(id)));
        properties.put(SECRET, line(key.secret().reveal()));
        key.endpoint().ifPresent(endpoint -> {
            properties.put(URL, line(endpoint.url().toString()));
            if (!endpoint.region().isEmpty()) {
                properties.put(REGION, line(endpoint.region()));
            }
        });
        key.id().ifPresent(id -> properties.put(REF, line(id.toString())));
        key.attempt().ifPresent(attempt -> properties.put(ATTEMPT, line(attempt)));
        key.accessKeyId().ifPresent(id -> properties.put(BOUND, line(id)));
        return write(text, profile + PENDING, properties);
    }

    /** What the user has written of the place stays unless the new key tells its own. */
    ProfileText publish(ProfileText text) {
        Map<String, String> old = properties(text, profile);
        Map<String, String> fresh = new LinkedHashMap<>(properties(text, profile + PENDING));
        if (!fresh.containsKey(URL)) {
            PLACE.forEach(name -> keep(name, old, fresh));
        } else if (!fresh.containsKey(REGION)) {
            keep(REGION, old, fresh);
        }
        ProfileText changed = old.containsKey(SECRET)
                ? write(text, profile + PREVIOUS, old)
                : text.withoutSection(profile + PREVIOUS);
        return write(changed, profile, fresh).withoutSection(profile + PENDING);
    }

    ProfileText restore(ProfileText text) {
        Map<String, String> fresh = properties(text, profile);
        Map<String, String> old = properties(text, profile + PREVIOUS);
        return write(write(text, profile + PENDING, fresh), profile, old).withoutSection(profile + PREVIOUS);
    }

    ProfileText discardPending(ProfileText text) {
        return text.withoutSection(profile + PENDING);
    }

    ProfileText discardPrevious(ProfileText text) {
        return text.withoutSection(profile + PREVIOUS);
    }

    /** The last look before a file is replaced: it says what it should, and the other profiles say what they said. */
    void requireResult(ProfileText before, ProfileText after, StoreContents expected) {
        StoreContents result = read(after);
        boolean same = isSame(result.current(), expected.current())
                && isSame(result.pending(), expected.pending())
                && isSame(result.previous(), expected.previous())
                && result.reservation().equals(expected.reservation())
                && others(before).equals(others(after));
        if (!same) {
            throw new StoreException(
                    where + " has a form in which the profile " + profile + " cannot be changed safely",
                    "Write its sections with one property a line and without indentation, or put it into a file of its own.",
                    null);
        }
    }

    private boolean isSame(Optional<StoredKey> one, Optional<StoredKey> other) {
        return one.map(StoredKey::secret).equals(other.map(StoredKey::secret))
                && one.flatMap(StoredKey::accessKeyId).equals(other.flatMap(StoredKey::accessKeyId))
                && one.flatMap(StoredKey::id).equals(other.flatMap(StoredKey::id))
                && one.flatMap(StoredKey::attempt).equals(other.flatMap(StoredKey::attempt));
    }

    private Map<String, List<String>> others(ProfileText text) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Section section : text.sections()) {
            if (!isOurs(section.name())) {
                others.computeIfAbsent(section.name(), name -> new ArrayList<>())
                        .addAll(section.properties().stream()
                                .map(property -> property.name() + "=" + property.value() + "+"
                                        + (property.end() - property.line()))
                                .toList());
            }
        }
        return others;
    }

    private boolean isOurs(String section) {
        return section.equals(profile) || section.equals(profile + PENDING) || section.equals(profile + PREVIOUS);
    }

    private @Nullable StoredKey key(ProfileText text, String section) {
        Map<String, String> properties = properties(text, section);
        String secret = properties.get(SECRET);
        String accessKeyId = properties.get(ID);
        if (secret == null) {
            if (accessKeyId != null) {
                throw new StoreException(
                        "[" + section + "] in " + where + " has an access key id but no secret access key",
                        "Write the other half there, or remove this one.",
                        null);
            }
            return null;
        }
        StoredKey.Builder key =
                StoredKey.builder(Secret.of(secret)).accessKeyId(accessKeyId).endpoint(endpoint(properties));
        String bound = properties.get(BOUND);
        if (bound == null || bound.equals(accessKeyId)) {
            key.id(ref(properties.get(REF))).attempt(properties.get(ATTEMPT));
        }
        return key.build();
    }

    private static @Nullable S3Endpoint endpoint(Map<String, String> properties) {
        String url = properties.get(URL);
        if (url == null) {
            return null;
        }
        try {
            return new S3Endpoint(new URI(url), properties.getOrDefault(REGION, ""));
        } catch (URISyntaxException e) {
            return null; // the user's own line; it stays as it is
        }
    }

    private static @Nullable AccessKeyId ref(@Nullable String text) {
        try {
            return text == null ? null : AccessKeyId.parse(text);
        } catch (ValidationException e) {
            return null; // changed by hand; the access key id tells which key it is
        }
    }

    /** Those of our properties that a section has, with a value. */
    private Map<String, String> properties(ProfileText text, String name) {
        Map<String, String> properties = new LinkedHashMap<>();
        Optional<Section> section = text.section(name);
        for (Property property : section.map(Section::properties).orElse(List.of())) {
            if (!OWN.contains(property.name())) {
                continue;
            }
            if (property.isContinued() || !isLine(property.value())) {
                throw new StoreException(
                        property.name() + " of [" + name + "] in " + where
                                + " has blanks in it or goes on in the next line, which AWS tools read in different ways",
                        "Write the value on one line, and a comment on a line of its own.",
                        null);
            }
            if (!property.value().isEmpty()) {
                properties.put(property.name(), property.value());
            }
        }
        return properties;
    }

    private static ProfileText write(ProfileText text, String section, Map<String, String> properties) {
        ProfileText changed = text;
        for (String name : OWN) {
            String value = properties.get(name);
            changed = value == null ? changed.without(section, name) : changed.with(section, name, value, OWN);
        }
        return changed;
    }

    private static void keep(String name, Map<String, String> from, Map<String, String> to) {
        String value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }

    /** Doubled sections are an error to the AWS CLI and are merged by SDKs; and so is what only one of them takes for ours. */
    private void requireOnce(ProfileText text) {
        Set<String> seen = new HashSet<>();
        for (Section section : text.sections()) {
            String name = section.name();
            int bracket = name.indexOf(']');
            String loose = (bracket < 0 ? name : name.substring(0, bracket)).strip();
            if (!isOurs(loose)) {
                continue;
            }
            if (!isOurs(name)) {
                throw unclear("[" + loose + "]", "is written with blanks or more brackets in its heading");
            }
            Set<String> names = new HashSet<>();
            boolean doubled = section.properties().stream()
                    .map(Property::name)
                    .anyMatch(property -> OWN.contains(property) && !names.add(property));
            if (!seen.add(name) || doubled) {
                throw unclear("[" + name + "]", "or a property of it is there twice");
            }
        }
    }

    private StoreException unclear(String section, String how) {
        return new StoreException(
                section + " in " + where + " " + how, "Leave one of them, the one that is used.", null);
    }

    private String line(String value) {
        if (value.isEmpty() || !isLine(value) || value.charAt(0) == '#' || value.charAt(0) == ';') {
            throw new StoreException(
                    "a value of the new key cannot be written into a credentials file: it is empty or has blanks,"
                            + " control characters or a comment sign in it",
                    "Keep this key in another store.",
                    null);
        }
        return value;
    }

    private static boolean isLine(String value) {
        return value.codePoints()
                .noneMatch(each -> Character.isWhitespace(each)
                        || Character.isSpaceChar(each)
                        || Character.isISOControl(each)
                        || each == 0xFEFF);
    }
}
