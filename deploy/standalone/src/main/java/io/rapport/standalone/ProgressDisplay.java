package io.rapport.standalone;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a start: a bar in a terminal, a line for each change elsewhere. */
interface ProgressDisplay extends Progress, AutoCloseable {

    @Override
    void close();

    static ProgressDisplay forThisTerminal() {
        return System.console() != null && System.console().isTerminal() ? new Bar() : new Lines();
    }

    /** A bar that says what it waits for. */
    final class Bar implements ProgressDisplay {

        private ProgressBar bar;

        @Override
        public void update(int done, int all, List<String> waitingFor) {
            if (bar == null) {
                bar = new ProgressBarBuilder().setTaskName("Starting Rapport").setInitialMax(all)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).hideEta().build();
            }
            bar.stepTo(done);
            bar.setExtraMessage(waitingFor.isEmpty() ? "" : " waiting for " + String.join(", ", waitingFor));
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    /** Lines for logs. */
    final class Lines implements ProgressDisplay {

        private String last = "";

        @Override
        public void update(int done, int all, List<String> waitingFor) {
            String line = done + "/" + all + (waitingFor.isEmpty() ? "" : " waiting for "
                + String.join(", ", waitingFor));
            if (!line.equals(last)) {
                System.out.println(line);
                last = line;
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
