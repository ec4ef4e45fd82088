package io.rapport.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java that runs the servers written in Java.
 *
 * @param home      the JDK, 25 or newer
 * @param classPath class path that holds this module and what it needs
 */
public record JavaRuntime(Path home, String classPath) {

    private static final List<String> SMALL_PROCESS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k",
        "-XX:+ExitOnOutOfMemoryError");

    /** The Java and the class path of the running process. */
    public static JavaRuntime ofThisProcess() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
    }

    List<String> run(Class<?> main, List<String> jvmOptions, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(SMALL_PROCESS);
        command.addAll(jvmOptions);
        command.add("-Dlogback.configurationFile=io/rapport/embedded/server-logback.xml");
        // What Kafka's and Netty's native parts and memory access ask of Java 25.
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", classPath, main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }
}
