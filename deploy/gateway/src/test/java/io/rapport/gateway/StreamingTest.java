package io.rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Large bodies pass through while they arrive, in both directions. */
class StreamingTest extends RunningGateway {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void handsUploadsOnWhileTheyArrive() throws Exception {
        CountDownLatch serviceHasSeenTheBeginning = new CountDownLatch(1);
        CONTACT.behave(exchange -> {
            InputStream body = exchange.getRequestBody();
            long size = body.readNBytes(MEGABYTE).length;
            serviceHasSeenTheBeginning.countDown();
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
            }
            StubService.reply(exchange, 200, Long.toString(size));
        });
        byte[] part = new byte[8 * MEGABYTE];
        Arrays.fill(part, (byte) 'x');
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                // The end is held back until the service has the beginning.
                await(serviceHasSeenTheBeginning);
                return -1;
            }
        };

        HttpResponse<String> answer = send(signedIn("/api/contacts/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(part), rest))))));

        assertThat(answer.body()).isEqualTo(Integer.toString(part.length));
    }

    @Test
    void handsDownloadsOnWhileTheyArrive() throws Exception {
        CountDownLatch clientHasSeenTheBeginning = new CountDownLatch(1);
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
            await(clientHasSeenTheBeginning);
            exchange.getResponseBody().write(part);
        });

        HttpResponse<InputStream> answer = http.send(signedIn("/api/customers/export").GET().build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(MEGABYTE / 2)).hasSize(MEGABYTE / 2);
            clientHasSeenTheBeginning.countDown();
            assertThat(body.readAllBytes()).hasSize(2 * MEGABYTE - MEGABYTE / 2);
        }
    }

    @Test
    void hangsUpOnAServiceWhenTheClientHasHungUp() throws Exception {
        CountDownLatch serviceHasStopped = new CountDownLatch(1);
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(part);
                }
            } catch (IOException hungUp) {
                serviceHasStopped.countDown();
            }
        });

        HttpResponse<InputStream> answer = http.send(signedIn("/api/customers/export").GET().build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(MEGABYTE)).hasSize(MEGABYTE);
        }

        await(serviceHasStopped);
    }

    @Test
    void aDownloadThatBreaksOffDoesNotLookWhole() throws Exception {
        byte[] part = new byte[MEGABYTE];
        REPORTING.behave(exchange -> {
            exchange.sendResponseHeaders(200, 4L * MEGABYTE);
            exchange.getResponseBody().write(part);
            exchange.getResponseBody().flush();
        });

        HttpRequest.Builder export = signedIn("/api/customers/export").GET();
        assertThatThrownBy(() -> http.send(export.build(), BodyHandlers.ofByteArray())).isInstanceOf(IOException.class);
    }

    @Test
    void hearsAServiceThatRefusesAnUploadBeforeItsEnd() throws Exception {
        CountDownLatch clientHasTheAnswer = new CountDownLatch(1);
        CONTACT.behave(exchange -> {
            StubService.reply(exchange, 403, "no");
            await(clientHasTheAnswer);
        });

        HttpResponse<String> answer = send(signedIn("/api/contacts/import").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[16 * MEGABYTE])));
        clientHasTheAnswer.countDown();

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void refusesUploadsBeyondAllBoundsUnread() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("POST /api/contacts/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Length: 600000000\r\n\r\n").getBytes());

            assertThat(new String(socket.getInputStream().readNBytes("HTTP/1.1 413".length()))).isEqualTo("HTTP/1.1 413");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other side has not seen the beginning");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
