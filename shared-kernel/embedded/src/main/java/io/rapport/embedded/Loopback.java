package io.rapport.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of the loopback interface. */
public final class Loopback {

    /** The only address the embedded servers listen on: they trust whoever reaches them. */
    public static final String ADDRESS = "127.0.0.1";

    private Loopback() {
    }

    /** A port nobody listens on at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new IllegalStateException("No free port on the loopback interface.", noPort);
        }
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(ADDRESS, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ADDRESS, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
