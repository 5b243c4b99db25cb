package dev.accesskeys.testing.linode;

import java.util.List;

/**
 * The endpoints that a fake has unless others are set. Made so that a client that guesses is wrong: a region with two types, a
 * host whose name does not begin with the region, one that is not there yet.
 */
final class LinodeCatalogue {

    static final List<LinodeEndpoint> ENDPOINTS = List.of(
            new LinodeEndpoint("us-east", "E0", "us-east-1.linodeobjects.com"),
            new LinodeEndpoint("eu-central", "E0", "eu-central-1.linodeobjects.com"),
            new LinodeEndpoint("nl-ams", "E1", "nl-ams-1.linodeobjects.com"),
            new LinodeEndpoint("us-lax", "E1", "us-lax-1.linodeobjects.com"),
            new LinodeEndpoint("us-lax", "E3", "us-lax-4.linodeobjects.com"),
            new LinodeEndpoint("us-ord", "E1", "us-ord-1.linodeobjects.com"),
            new LinodeEndpoint("us-ord", "E3", "us-ord-10.linodeobjects.com"),
            new LinodeEndpoint("jp-tyo-3", "E3", "jp-tyo-1.linodeobjects.com"),
            new LinodeEndpoint("sg-sin-2", "E2", null));

    private LinodeCatalogue() {}
}
