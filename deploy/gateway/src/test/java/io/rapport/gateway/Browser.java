package io.rapport.gateway;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with cookies, forms and redirects; the latter one at a time, for the test to look at. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String[] headers;
    private URI address;
    private HttpResponse<String> shown;

    /**
     * @param headers names and values that go with every request
     */
    Browser(int port, String... headers) {
        this.address = URI.create("http://127.0.0.1:" + port);
        this.headers = headers;
    }

    HttpResponse<String> open(String path) throws Exception {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** Goes where the last answer points to. */
    HttpResponse<String> follow() throws Exception {
        return open(location());
    }

    /** Where the last answer points to, as it stands there. */
    String location() {
        return shown.headers().firstValue("Location").orElseThrow(() -> new AssertionError(shown + shown.body()));
    }

    /** Sends the form that is shown. */
    HttpResponse<String> submit(String user, String password) throws Exception {
        Matcher form = FORM.matcher(shown.body());
        if (!form.find()) {
            throw new AssertionError("No form in " + shown.body());
        }
        String body = Map.of("username", user, "password", password).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(form.group(1).replace("&amp;", "&").replace("&#x3D;", "=")))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    /** From the page to the provider's form, through it, and back to the page. */
    HttpResponse<String> signIn(String user) throws Exception {
        open("/login");
        follow();
        submit(user, "demo");
        return follow();
    }

    /** As the page sends it, with the header that shows that it comes from there. */
    HttpResponse<String> write(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    /** A write without that header. */
    HttpResponse<String> forge(String method, String path) throws Exception {
        return send(HttpRequest.newBuilder(address.resolve(path)).method(method, BodyPublishers.noBody()));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setDomain(address.getHost());
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(address, cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpRequest.Builder all = headers.length == 0 ? request : request.headers(headers);
        shown = http.send(all.build(), BodyHandlers.ofString());
        address = shown.uri();
        return shown;
    }
}
