package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilterTest {

    private static final String KEY_WITH_UMLAUT = "schl\u00fcssel \ud83d\udd11";

    /** What the fake lists for the filter, which it understands as Linode does. */
    private static org.assertj.core.api.ListAssert<String> labelsFor(KeyFilter filter) {
        try (Linode linode = Linode.inMemory()) {
            for (String label : new String[] {"backup-b", "backup-a", "photos", KEY_WITH_UMLAUT, "say \"hi\" \\ \n"}) {
                linode.fake.account().addKey(label);
            }
            ListObjectStorageKeysRequest request =
                    ListObjectStorageKeysRequest.builder().filter(filter).build();
            return assertThat(linode.keys().listAll(request).stream()
                    .map(ObjectStorageKey::label)
                    .toList());
        }
    }

    @Test
    void aLabelIsMatchedWhole() {
        assertThat(KeyFilter.label("photos").wireValue()).isEqualTo("{\"label\":\"photos\"}");
        labelsFor(KeyFilter.label("photos")).containsExactly("photos");
        labelsFor(KeyFilter.label("photo")).isEmpty();
    }

    @Test
    void aPartOfALabelIsMatchedAnywhere() {
        labelsFor(KeyFilter.labelContains("ack")).containsExactly("backup-b", "backup-a");
    }

    @Test
    void anOrderGoesEitherWay() {
        labelsFor(KeyFilter.labelContains("backup").orderedBy("label")).containsExactly("backup-a", "backup-b");
        labelsFor(KeyFilter.labelContains("backup").orderedDescendingBy("id")).containsExactly("backup-a", "backup-b");
        assertThat(KeyFilter.allOrderedBy("label").wireValue())
                .isEqualTo("{\"+order_by\":\"label\",\"+order\":\"asc\"}");
    }

    @Test
    void theLastOrderCounts() {
        assertThat(KeyFilter.label("a").orderedBy("id").orderedDescendingBy("label"))
                .isEqualTo(KeyFilter.label("a").orderedDescendingBy("label"));
    }

    @Test
    void filtersAreJoined() {
        labelsFor(KeyFilter.or(KeyFilter.label("photos"), KeyFilter.label("backup-a")))
                .containsExactly("backup-a", "photos");
        labelsFor(KeyFilter.and(KeyFilter.labelContains("backup"), KeyFilter.labelContains("-b")))
                .containsExactly("backup-b");
        labelsFor(KeyFilter.or(KeyFilter.label("photos"), KeyFilter.labelContains("backup"))
                        .orderedDescendingBy("label"))
                .containsExactly("photos", "backup-b", "backup-a");
    }

    @Test
    void whatIsNotAsciiIsEscapedForTheHeader() {
        KeyFilter filter = KeyFilter.label(KEY_WITH_UMLAUT);

        assertThat(filter.wireValue())
                .isEqualTo("{\"label\":\"schl\\u00fcssel \\ud83d\\udd11\"}")
                .matches("[\\x20-\\x7E]*");
        labelsFor(filter).containsExactly(KEY_WITH_UMLAUT);
    }

    @Test
    void quotesAndControlCharactersCannotBreakOut() {
        KeyFilter filter = KeyFilter.label("say \"hi\" \\ \n");

        assertThat(filter.wireValue()).matches("[\\x20-\\x7E]*");
        labelsFor(filter).containsExactly("say \"hi\" \\ \n");
        assertThat(KeyFilter.label("\u007f\r\n").wireValue()).matches("[\\x20-\\x7E]*");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
        try {
            assertThat(KeyFilter.label("\u00fc").wireValue()).isEqualTo("{\"label\":\"\\u00fc\"}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRawFilterIsSentAsItIs() {
        KeyFilter filter =
                KeyFilter.raw("{\"id\": {\"+gte\": 3000003}, \"+order_by\": \"label\", \"+order\": \"asc\"}");

        labelsFor(filter).containsExactly("photos", "say \"hi\" \\ \n", KEY_WITH_UMLAUT);
        assertThat(KeyFilter.raw("{\"label\":\"a\"}"))
                .isEqualTo(KeyFilter.label("a"))
                .hasSameHashCodeAs(KeyFilter.label("a"));
        assertThat(filter).hasToString(filter.wireValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "\"label\"", "null", "{", "{\"label\":", "{} {}", "not json"})
    void whatIsNoObjectIsRefusedWithoutRepeatingIt(String json) {
        assertThatThrownBy(() -> KeyFilter.raw(json))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("X-Filter must be a JSON object")
                .hasMessageNotContaining("not json");
    }

    @Test
    void joiningNothingIsRefused() {
        assertThatThrownBy(KeyFilter::and)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("X-Filter must not be empty; given: 0 entries");
        assertThatThrownBy(KeyFilter::or).isInstanceOf(ValidationException.class);
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> KeyFilter.label(null))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("label is required");
        assertThatThrownBy(() -> KeyFilter.labelContains(null)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> KeyFilter.allOrderedBy(null)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> KeyFilter.raw(null)).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyPageIsAskedForWithTheFilter(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(120))) {
            KeyFilter filter = KeyFilter.labelContains("key-1");
            ListObjectStorageKeysRequest request = ListObjectStorageKeysRequest.builder()
                    .filter(filter)
                    .pageSize(25)
                    .build();
            ObjectStorageKeys keys = linode.keys();

            var first = way.make(() -> keys.list(request), () -> keys.listAsync(request));
            var second = way.make(first::next, first::nextAsync);

            assertThat(first.total()).isEqualTo(32);
            assertThat(second.items()).hasSize(7);
            assertThat(linode.sent)
                    .allSatisfy(
                            each -> assertThat(each.headers().first("X-Filter")).hasValue(filter.wireValue()));
        }
    }
}
