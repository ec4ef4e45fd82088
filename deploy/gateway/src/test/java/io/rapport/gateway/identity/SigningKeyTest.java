package io.rapport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        Path file = folder.resolve("a/b/key.json");

        RSAKey made = SigningKey.keptIn(file);

        assertThat(SigningKey.keptIn(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isNeverOverwritten() throws Exception {
        Path file = folder.resolve("key.json");
        Files.writeString(file, "not a key");

        assertThatThrownBy(() -> SigningKey.keptIn(file)).hasMessageContaining("is not a JSON Web Key");
        assertThat(file).hasContent("not a key");
    }

    @Test
    void needsItsPrivateHalf() throws Exception {
        Path file = folder.resolve("key.json");
        Files.writeString(file, SigningKey.keptIn(folder.resolve("whole.json")).toPublicJWK().toJSONString());

        assertThatThrownBy(() -> SigningKey.keptIn(file)).hasMessageContaining("private half");
    }
}
