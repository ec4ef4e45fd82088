package io.rapport.standalone;

import io.rapport.embedded.Loopback;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Whether a service says that it can do its work.
 *
 * @param managementPort where it says so
 */
record Readiness(int managementPort) {

    boolean isUp() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://" + Loopback.ADDRESS + ":"
                + managementPort + "/actuator/health/readiness").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
