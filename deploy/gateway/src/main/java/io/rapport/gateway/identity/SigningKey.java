package io.rapport.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that signs tokens, kept in a file that only its owner can read, so that tokens outlive a restart. */
final class SigningKey {

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    private SigningKey() {
    }

    /**
     * Reads the key, or makes one where there is none.
     *
     * @param file a JSON Web Key with its private half
     * @throws IllegalStateException when the file is there and is no such key: it is never overwritten
     */
    static RSAKey keptIn(Path file) {
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Signing key " + file + " cannot be used: " + unusable, unusable);
        }
    }

    private static RSAKey read(Path file) throws IOException {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate()) {
                return key;
            }
            throw new IllegalStateException("Signing key " + file + " lacks its private half");
        } catch (ParseException notAKey) {
            throw new IllegalStateException("Signing key " + file + " is not a JSON Web Key");
        }
    }

    private static RSAKey make(Path file) throws IOException {
        try {
            RSAKey key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate();
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Readable by its owner from the first byte on; moved into place whole.
            Path draft = Files.createTempFile(folder, "signing-key", ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, key.toJSONString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            log.info("Made a signing key in {}", file);
            return key;
        } catch (JOSEException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }
}
