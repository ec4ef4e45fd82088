package io.rapport.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/** An entity tag made of what a file holds: another one for another build, and for each way of compressing it. */
final class ContentTag {

    /** As many as there are files. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    String of(Resource file) {
        try {
            return known.computeIfAbsent(file.getURL().toString() + ' ' + file.contentLength(), name -> digest(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, 16) + '"';
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
