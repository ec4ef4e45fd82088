package io.rapport.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final List<String> received = new ArrayList<>();
    private HttpServer product;
    private int status = 201;
    private int busy;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        product = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        product.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean token = exchange.getRequestURI().getPath().equals("/oauth2/token");
            if (!token) {
                received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestURI() + " " + body);
            }
            if (!token && busy-- > 0) {
                received.removeLast();
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            byte[] answer = (token ? "{\"access_token\":\"t\"}" : "{\"id\":\"id-" + received.size() + "\"}").getBytes(
                StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(token ? 200 : status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        product.start();
    }

    @AfterEach
    void stop() {
        product.stop(0);
    }

    @Test
    void laterEntriesNameTheRecordsOfEarlierOnes() throws Exception {
        int told = tell("""
            [{"key":"customer-1","as":"rep","post":"/api/customers","body":{"name":"甲"}},
             {"key":"order-1","as":"rep","post":"/api/orders","body":{"customerId":"{customer-1}","orderedAt":"{day:-3}"}},
             {"key":"order-1-cancel","as":"rep","post":"/api/orders/{order-1}/cancel","body":{}}]""");

        assertThat(told).isEqualTo(3);
        assertThat(received).containsExactly(
            "story-2026-11-22-customer-1 /api/customers {\"name\":\"甲\"}",
            "story-2026-11-22-order-1 /api/orders {\"customerId\":\"id-1\",\"orderedAt\":\"2026-11-19\"}",
            "story-2026-11-22-order-1-cancel /api/orders/id-2/cancel {}");
    }

    @Test
    void momentsAreCountedFromTheEndOfTheDaySoThatARepetitionIsTheSame() {
        assertThat(new SampleStory(TODAY).filled("{time:-1d2h}")).isEqualTo("2026-11-21T21:59:59.999999999Z");
    }

    @Test
    void aStoryToldOnAnotherDayIsNotToldAgain() throws Exception {
        status = 409;

        assertThat(tell("""
            [{"key":"customer-1","as":"rep","post":"/api/customers","body":{}},
             {"key":"customer-2","as":"rep","post":"/api/customers","body":{}}]""")).isZero();
        assertThat(received).hasSize(1);
    }

    @Test
    void aBusyProductIsAskedAgain() throws Exception {
        busy = 2;

        assertThat(tell("""
            [{"key":"customer-1","as":"rep","post":"/api/customers","body":{}}]""")).isOne();
        assertThat(received).hasSize(1);
    }

    @Test
    void aRecordThatNobodyMadeIsNamed() {
        assertThatThrownBy(() -> new SampleStory(TODAY).filled("{contact-9-1}"))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("contact-9-1");
    }

    private int tell(String story) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("story.json"), story);
        try (SampleClient client = new SampleClient("http://localhost:" + product.getAddress().getPort())) {
            return new SampleStory(TODAY).tell(file, client);
        }
    }
}
