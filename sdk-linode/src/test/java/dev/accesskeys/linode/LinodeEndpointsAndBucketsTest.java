package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.linode.model.EndpointType;
import dev.accesskeys.linode.model.ListObjectStorageBucketsRequest;
import dev.accesskeys.linode.model.ObjectStorageBucket;
import dev.accesskeys.linode.model.ObjectStorageEndpoint;
import dev.accesskeys.testing.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a limited key needs: the endpoints where it works, and the buckets that it can be granted. */
class LinodeEndpointsAndBucketsTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void endpointsAreListedWithTheirTypes(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageEndpoints endpoints = linode.client.objectStorageEndpoints();

            List<ObjectStorageEndpoint> all =
                    way.make(endpoints::list, endpoints::listAsync).items();

            assertThat(all).filteredOn(each -> each.region().equals("us-lax")).hasSize(2);
            assertThat(all)
                    .filteredOn(each -> each.region().equals("jp-tyo-3"))
                    .singleElement()
                    .satisfies(tokyo -> {
                        assertThat(tokyo.s3Endpoint()).hasValue("jp-tyo-1.linodeobjects.com");
                        assertThat(tokyo.endpointType()).hasValue(EndpointType.E3);
                    });
            assertThat(all)
                    .filteredOn(each -> each.region().equals("sg-sin-2"))
                    .singleElement()
                    .satisfies(pending -> assertThat(pending.s3Endpoint()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void bucketsAreListedWithTheirRegions(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.bucket("us-lax", "photos"))) {
            ObjectStorageBuckets buckets = linode.client.objectStorageBuckets();

            List<ObjectStorageBucket> all =
                    way.make(buckets::list, buckets::listAsync).items();

            assertThat(all).singleElement().satisfies(bucket -> {
                assertThat(bucket.label()).isEqualTo("photos");
                assertThat(bucket.region()).hasValue("us-lax");
                assertThat(bucket.hostname()).hasValue("photos.us-lax-1.linodeobjects.com");
                assertThat(bucket.created()).hasValue(Instant.parse("2029-06-01T12:00:00Z"));
                assertThat(bucket.objects()).hasValue(0L);
            });
        }
    }

    @Test
    void pagesOfBucketsAreWalkedThroughAndRepeatedWhereNeeded() {
        try (Linode linode = Linode.inMemory(settings -> {
            for (int i = 0; i < 60; i++) {
                settings.bucket("us-lax", "bucket-" + i);
            }
            return settings;
        })) {
            linode.fake.faults().onCall(2).of("GET", "/object-storage/buckets").order(Fault.status(502));
            ListObjectStorageBucketsRequest request =
                    ListObjectStorageBucketsRequest.builder().pageSize(25).build();

            assertThat(linode.client.objectStorageBuckets().listAll(request).stream()
                            .count())
                    .isEqualTo(60);
            assertThat(linode.fake.ledger().count("GET", "/object-storage/buckets"))
                    .isEqualTo(4);
        }
    }
}
