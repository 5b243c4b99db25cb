package dev.accesskeys.linode.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointTypeTest {

    @Test
    void knowsItsConstants() {
        assertThat(EndpointType.of("E2")).isSameAs(EndpointType.E2);
        assertThat(EndpointType.E2.known()).isEqualTo(EndpointType.Known.E2);
        assertThat(EndpointType.E2).hasToString("E2");
    }

    @Test
    void keepsAValueThatIsNew() {
        EndpointType type = Json.read(EndpointType.CODEC, "'E7'");

        assertThat(type.known()).isEqualTo(EndpointType.Known.UNRECOGNIZED);
        assertThat(type.value()).isEqualTo("E7");
        assertThat(type).isEqualTo(EndpointType.of("E7"));
        assertThat(Json.write(EndpointType.CODEC, type)).isEqualTo("'E7'");
    }
}
