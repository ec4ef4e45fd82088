package io.rapport.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Fills the class caches of services in runs of their own, while the product works. */
final class StartTraining {

    private static final long MINUTES_AT_MOST = 3;

    private final RotatingLog log;

    StartTraining(Path log) {
        this.log = RotatingLog.of(log);
    }

    /** Returns when all are filled or were given up; a failure costs only the speed of the next start. */
    void run(Map<Service, BootJar> jars, ServiceEnvironment environment) {
        jars.forEach((service, jar) -> {
            if (jar.hasCache() || Thread.currentThread().isInterrupted()) {
                return;
            }
            Process training = null;
            try {
                log.append("Preparing a faster start of " + service.artifact());
                training = jar.training(environment.beside(service)).endingWithItsStarter().start();
                log.copyInBackground(training.getInputStream());
                if (training.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES) && training.exitValue() == 0) {
                    jar.keepTrainedCache();
                } else {
                    log.append("No cache for " + service.artifact());
                }
            } catch (IOException failed) {
                log.append("No cache for " + service.artifact() + ": " + failed.getMessage());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                if (training != null) {
                    training.destroyForcibly();
                }
            }
        });
    }
}
