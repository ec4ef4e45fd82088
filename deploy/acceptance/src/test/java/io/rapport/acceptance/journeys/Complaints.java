package io.rapport.acceptance.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the browser complains about while somebody works in the page: errors on its console, faults of scripts, requests
 * that fail. None is right, but for those that a journey provokes and therefore names.
 */
final class Complaints {

    private record Provoked(int status, String path) {

        boolean is(int answered, String address) {
            return answered == status && pathOf(address).startsWith(path);
        }
    }

    private static final String OFFLINE = "net::ERR_INTERNET_DISCONNECTED";

    private final List<Provoked> provoked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private boolean offline;

    Complaints(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> heard.add("Fault of a script: " + error.error()));
        context.onResponse(this::hear);
        context.onRequestFailed(request -> {
            // The browser itself gives up what is left behind.
            if (!"net::ERR_ABORTED".equals(request.failure()) && !(offline && OFFLINE.equals(request.failure()))) {
                heard.add(request.method() + " " + request.url() + " failed: " + request.failure());
            }
        });
    }

    void provoke(int status, String path) {
        provoked.add(new Provoked(status, path));
    }

    /** From now on the network may be gone. */
    void offline() {
        offline = true;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void hear(Response answer) {
        if (answer.status() >= 400 && provoked.stream().noneMatch(one -> one.is(answer.status(), answer.url()))) {
            heard.add(answer.request().method() + " " + answer.url() + " answered " + answer.status());
        }
    }

    private void hear(ConsoleMessage message) {
        // "… (2:10)" behind the address says where in it; an answer that was provoked is on the console too.
        boolean expected = message.text().startsWith("Failed to load resource") && provoked.stream().anyMatch(
            one -> message.text().contains(" " + one.status() + " ") && pathOf(message.location()).startsWith(one.path()));
        expected |= offline && message.text().contains(OFFLINE);
        if (List.of("error", "assert").contains(message.type()) && !expected) {
            heard.add("Console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private static String pathOf(String address) {
        try {
            String path = URI.create(address.replaceAll(":\\d+:\\d+$", "")).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
