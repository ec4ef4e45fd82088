package io.rapport.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/** What is needed to run a server as {@code nobody} when we are root. */
final class Unprivileged {

    private static final String NOBODY = "nobody";

    private Unprivileged() {
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static boolean canSetPrivileges() {
        return Executables.onPath("setpriv").isPresent();
    }

    /** Options of {@code setpriv}; the group is looked up because it has no name common to all distributions. */
    static List<String> dropToNobody() {
        return List.of("--reuid", NOBODY, "--regid", groupOfNobody(), "--clear-groups");
    }

    /** As root hands a folder and all it holds to {@code nobody}; otherwise does nothing. */
    static void own(Path folder) throws IOException {
        if (!isRoot()) {
            return;
        }
        UserPrincipal nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        if (Files.getOwner(folder).equals(nobody)) {
            return;
        }
        requireReachable(folder);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(file, nobody);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.setOwner(directory, nobody);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether {@code nobody} can walk to the folder: {@code /root}, for one, is closed. */
    static boolean isReachable(Path folder) throws IOException {
        for (Path above = folder.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)
                && !Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static void requireReachable(Path folder) throws IOException {
        if (!isReachable(folder)) {
            throw new IOException("As root the servers run as the user nobody, who cannot reach " + folder
                + ". Choose another data folder with RAPPORT_DATA.");
        }
    }

    private static String groupOfNobody() {
        try {
            for (String account : Files.readAllLines(Path.of("/etc/passwd"))) {
                String[] fields = account.split(":");
                if (fields.length > 3 && fields[0].equals(NOBODY)) {
                    return fields[3];
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot look up the user nobody.", unreadable);
        }
        throw new IllegalStateException("This machine has no user nobody to run the servers as.");
    }
}
