package io.rapport.web.request;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.util.WebUtils;

/** What makes two requests the same: method, path, query and body; of a multipart body its parts, not its boundary. */
final class RequestDigest {

    private RequestDigest() {
    }

    static String of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest sha256 = sha256();
        try (OutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            write(digest, request.getMethod(), request.getRequestURI(), String.valueOf(request.getQueryString()));
            HeldBody held = WebUtils.getNativeRequest(request, HeldBody.class);
            if (held != null) {
                digest.write(held.bytes());
            } else if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
                for (Part part : request.getParts()) {
                    write(digest, part.getName(), String.valueOf(part.getSubmittedFileName()), "" + part.getSize());
                    try (InputStream content = part.getInputStream()) {
                        content.transferTo(digest);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void write(OutputStream digest, String... texts) throws IOException {
        for (String text : texts) {
            digest.write(text.getBytes(StandardCharsets.UTF_8));
            digest.write('\n');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
