package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test an empty folder that the user nobody can reach, unlike JUnit's temporary folders. */
final class ServerFolder implements ParameterResolver, AfterEachCallback {

    private Path folder;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Path.class;
    }

    @Override
    public Path resolveParameter(ParameterContext parameter, ExtensionContext test) {
        try {
            folder = Files.createTempDirectory("rapport-server");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.createDirectories(folder.resolve("data"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
