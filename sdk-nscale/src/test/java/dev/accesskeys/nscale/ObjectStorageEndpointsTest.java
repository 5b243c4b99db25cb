package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.nscale.model.CreateObjectStorageEndpointRequest;
import dev.accesskeys.nscale.model.EndpointExposureType;
import dev.accesskeys.nscale.model.IdentityPolicy;
import dev.accesskeys.nscale.model.ListObjectStorageEndpointClassesRequest;
import dev.accesskeys.nscale.model.ListObjectStorageEndpointsRequest;
import dev.accesskeys.nscale.model.ObjectStorageEndpoint;
import dev.accesskeys.nscale.model.ObjectStorageEndpointClass;
import dev.accesskeys.nscale.model.ObjectStorageEndpointCreateSpec;
import dev.accesskeys.nscale.model.ObjectStorageEndpointUpdateSpec;
import dev.accesskeys.nscale.model.ResourceMetadata;
import dev.accesskeys.nscale.model.Tag;
import dev.accesskeys.nscale.model.UpdateObjectStorageEndpointRequest;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.nscale.FakeNscale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStorageEndpointsTest {

    @Test
    void classesTellTheirRegionAndExposure() {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageEndpointClasses classes = nscale.client().objectStorageEndpointClasses();

            List<ObjectStorageEndpointClass> all = classes.list();
            List<ObjectStorageEndpointClass> elsewhere = classes.list(ListObjectStorageEndpointClassesRequest.builder()
                    .regionIds("mars-1")
                    .build());

            assertThat(all).hasSize(1);
            assertThat(all.get(0).spec().orElseThrow().supportedEndpointTypes())
                    .containsExactly(EndpointExposureType.PUBLIC);
            assertThat(elsewhere).isEmpty();
        }
    }

    @Test
    void anEndpointIsCreatedUpdatedAndDeleted() {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageEndpoints endpoints = nscale.client().objectStorageEndpoints();
            IdentityPolicy policy = IdentityPolicy.builder()
                    .name("reader")
                    .document(JsonValue.object(Map.of("Version", JsonValue.string("2012-10-17"))))
                    .build();

            ObjectStorageEndpoint created = endpoints.create(request(nscale, "eu-south-1"));
            String id = created.metadata().id();
            ObjectStorageEndpoint updated = endpoints.update(
                    id,
                    UpdateObjectStorageEndpointRequest.builder()
                            .metadata(ResourceMetadata.builder()
                                    .name("renamed")
                                    .tags(Tag.builder()
                                            .name("team")
                                            .value("data")
                                            .build())
                                    .build())
                            .spec(ObjectStorageEndpointUpdateSpec.builder()
                                    .identityPolicies(policy)
                                    .build())
                            .build());
            List<ObjectStorageEndpoint> tagged = endpoints.list(ListObjectStorageEndpointsRequest.builder()
                    .tags("team=data")
                    .build());
            endpoints.delete(id);

            assertThat(created.status().orElseThrow().regionId()).contains("eu-south-1");
            assertThat(updated.metadata().name()).isEqualTo("renamed");
            assertThat(updated.spec().orElseThrow().identityPolicies()).containsExactly(policy);
            assertThat(tagged).extracting(each -> each.metadata().id()).containsExactly(id);
            assertThat(endpoints.list()).hasSize(1);
        }
    }

    @Test
    void anUpdateWithoutPoliciesLeavesThem() {
        JsonValue sent = JsonValue.parse(
                UpdateObjectStorageEndpointRequest.CODEC.toJson(UpdateObjectStorageEndpointRequest.builder()
                        .metadata(ResourceMetadata.builder().name("renamed").build())
                        .build()));

        assertThat(sent.toJson()).isEqualTo("{\"metadata\":{\"name\":\"renamed\"}}");
    }

    @Test
    void anEndpointInUseIsAConflict() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().project().setInUse(true);

            assertThatThrownBy(() -> nscale.client().objectStorageEndpoints().delete(nscale.endpointId()))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            conflict -> assertThat(conflict.status()).isEqualTo(403))
                    .hasMessageContaining("in use");
            assertThat(nscale.fake().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void aProjectHasOneEndpointInARegion() {
        try (Nscale nscale = Nscale.create()) {
            assertThatThrownBy(() -> nscale.client().objectStorageEndpoints().create(request(nscale, "eu-north-1")))
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void anUnknownClassIsRefused() {
        try (Nscale nscale = Nscale.create()) {
            CreateObjectStorageEndpointRequest request = request(nscale, "eu-south-1");
            CreateObjectStorageEndpointRequest wrong = request.toBuilder()
                    .spec(request.spec().toBuilder().endpointClassId("none").build())
                    .build();

            assertThatThrownBy(() -> nscale.client().objectStorageEndpoints().create(wrong))
                    .isInstanceOfSatisfying(
                            InvalidRequestException.class,
                            refused -> assertThat(refused.status()).isEqualTo(422));
        }
    }

    @Test
    void theCreationOfAnEndpointIsSentOnce() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onCall(1).of("POST", FakeNscale.ENDPOINTS).order(Fault.applyThenDrop());

            assertThatThrownBy(() -> nscale.client().objectStorageEndpoints().create(request(nscale, "eu-south-1")))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("List the endpoints");
            assertThat(nscale.fake().ledger().count("POST", FakeNscale.ENDPOINTS))
                    .isEqualTo(1);
        }
    }

    private static CreateObjectStorageEndpointRequest request(Nscale nscale, String region) {
        return CreateObjectStorageEndpointRequest.builder()
                .metadata(ResourceMetadata.builder().name("second").build())
                .spec(ObjectStorageEndpointCreateSpec.builder()
                        .endpointClassId(nscale.fake().project().endpointClassId())
                        .organizationId(nscale.fake().project().organizationId())
                        .projectId(nscale.fake().project().projectId())
                        .regionId(region)
                        .build())
                .build();
    }
}
