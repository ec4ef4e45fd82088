package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theEnvironmentChangesAPort() {
        Ports ports = Ports.configured(Map.of("RAPPORT_GATEWAY_PORT", "8090"));
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(8090);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(9092);
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> Ports.configured(Map.of("RAPPORT_KAFKA_PORT", "ninety")))
            .hasMessageContaining("RAPPORT_KAFKA_PORT");
    }

    @Test
    void freePortsAreAllDifferent() {
        Ports ports = Ports.free();
        assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.free().with(Port.MONGODB, other.getLocalPort()).taken()).containsExactly(Port.MONGODB);
        }
    }
}
