package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Secret;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.linode.LinodeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret is there once, in the answer to a create, and everything else that stands in its place is none. */
class LinodeSecretsTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyTheAnswerToACreateHasASecret(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKeys keys = linode.keys();
            UpdateObjectStorageKeyRequest rename =
                    UpdateObjectStorageKeyRequest.builder().label("renamed").build();

            ObjectStorageKey created =
                    way.make(() -> keys.create(Linode.unlimited("a")), () -> keys.createAsync(Linode.unlimited("a")));
            long id = created.id();

            assertThat(created.secretKey()).hasValue(linode.fake.account().secretOf(id));
            assertThat(way.make(() -> keys.get(id), () -> keys.getAsync(id)).secretKey())
                    .isEmpty();
            assertThat(way.make(() -> keys.update(id, rename), () -> keys.updateAsync(id, rename))
                            .secretKey())
                    .isEmpty();
            assertThat(way.make(keys::list, keys::listAsync).items().get(0).secretKey())
                    .isEmpty();
        }
    }

    @Test
    void nothingPrintsTheSecret() {
        try (Linode linode = Linode.inMemory()) {
            var response = linode.keys().withResponse().create(Linode.unlimited("a"));
            String secret = response.value().secretKey().orElseThrow().reveal();

            assertThat(response.value().toString()).contains("label=a").doesNotContain(secret);
            assertThat(response.toString()).doesNotContain(secret);
            assertThat(linode.fake.ledger().toString()).doesNotContain(secret);
        }
    }

    static Stream<Arguments> answersWithoutSecret() {
        return Stream.of(
                        LinodeFaults.secretMissing(),
                        LinodeFaults.secretEmpty(),
                        LinodeFaults.secretRedacted(),
                        Fault.withMember("secret_key", JsonValue.ofNull()).named("secretNull"))
                .flatMap(fault -> Stream.of(Way.values()).map(way -> Arguments.of(fault, way)));
    }

    @ParameterizedTest
    @MethodSource("answersWithoutSecret")
    void aCreateThatAnswersWithoutASecretFailsAndNamesTheKeyToRevoke(Fault fault, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, fault);

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isInstanceOfSatisfying(AppliedButLostException.class, failure -> {
                        LinodeKey orphan = linode.fake.account().keys().get(1);
                        assertThat(failure.applied()).isEqualTo(Applied.YES);
                        assertThat(failure.salvagedSecrets()).isEmpty();
                        assertThat(failure.salvagedIdentifiers())
                                .containsEntry("id", Long.toString(orphan.id()))
                                .containsEntry("access_key", orphan.accessKey());
                        assertThat(failure)
                                .hasMessageContaining("the answer does not carry the secret")
                                .hasMessageContaining("What was made: {id=" + orphan.id())
                                .hasMessageContaining("revoke it and create another one");
                    });
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theSinkHasTheSecretBeforeTheCallerDoes(Way way) {
        List<FoundSecrets> sunk = new ArrayList<>();
        try (Linode linode = Linode.inMemory(settings -> settings, builder -> builder.secretSink(sunk::add))) {
            linode.onEvery(Call.CREATE, Fault.withMember("limited", JsonValue.string("not readable")));

            assertThatThrownBy(() -> Call.CREATE.make(linode, way)).isInstanceOf(AppliedButLostException.class);

            long id = linode.fake.account().keys().get(1).id();
            assertThat(sunk).singleElement().satisfies(found -> {
                assertThat(found.secrets())
                        .containsEntry("secret_key", linode.fake.account().secretOf(id));
                assertThat(found.identifiers()).containsEntry("id", Long.toString(id));
            });
        }
    }

    @Test
    void theSinkHearsNothingOfPlaceholders() {
        List<FoundSecrets> sunk = new ArrayList<>();
        try (Linode linode = Linode.inMemory(settings -> settings, builder -> builder.secretSink(sunk::add))) {
            for (Call call : new Call[] {Call.LIST, Call.GET, Call.UPDATE, Call.REVOKE}) {
                call.make(linode, Way.BLOCKING);
            }

            assertThat(sunk).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSinkThatFailsLosesNothing(Way way) {
        try (Linode linode = Linode.inMemory(
                settings -> settings,
                builder -> builder.secretSink(found -> {
                    throw new IllegalStateException(found.secrets().values().stream()
                            .map(Secret::reveal)
                            .findFirst()
                            .orElse(""));
                }))) {
            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isInstanceOfSatisfying(AppliedButLostException.class, failure -> {
                        LinodeKey orphan = linode.fake.account().keys().get(1);
                        Secret secret = linode.fake.account().secretOf(orphan.id());
                        assertThat(failure.salvagedSecrets()).containsEntry("secret_key", secret);
                        assertThat(failure)
                                .hasMessageContaining("the secret sink threw java.lang.IllegalStateException")
                                .hasMessageNotContaining(secret.reveal());
                    });
            assertThat(linode.received()).isEqualTo(1);
        }
    }
}
