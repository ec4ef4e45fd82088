package io.rapport.trail;

import io.rapport.web.problem.RefusalWitness;
import io.rapport.web.request.Correlation;
import io.rapport.web.signin.CallerArgument;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.DisposableBean;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes who asked for what he may not do: by scope or by right, in every service. */
final class RefusalTrail implements RefusalWitness, DisposableBean {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    private final Trail trail;
    private final RefusalBudget budget;
    private final ScheduledExecutorService minutes =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("trail-minutes").daemon().factory());

    RefusalTrail(Trail trail, RefusalBudget budget) {
        this.trail = trail;
        this.budget = budget;
        minutes.scheduleAtFixedRate(this::sumUp, MINUTE.toMillis(), MINUTE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void refused(HttpServletRequest request, String code) {
        CallerArgument.ifSignedIn().filter(caller -> budget.single(caller.name())).ifPresent(caller ->
                trail.mention(TrailEntry.of(TrailAction.REFUSED, caller.name(), Correlation.idOf(request), null,
                        segments(request).toList(),
                        Map.of("method", request.getMethod(), "path", path(request), "code", code))));
    }

    void sumUp() {
        for (RefusalBudget.Sum sum : budget.endMinute()) {
            trail.mention(TrailEntry.of(TrailAction.REFUSED, sum.who(), null, null, List.of(),
                    Map.of("count", Integer.toString(sum.count()))));
        }
    }

    /** What may be personal in a path, such as a phone number somebody looked for, is left out. */
    private static String path(HttpServletRequest request) {
        return segments(request).limit(8).map(segment -> WORD.matcher(segment).matches() ? segment : "*")
                .collect(Collectors.joining("/", "/", ""));
    }

    private static Stream<String> segments(HttpServletRequest request) {
        return Arrays.stream(request.getRequestURI().split("/", 20)).filter(segment -> !segment.isEmpty());
    }

    @Override
    public void destroy() {
        minutes.shutdownNow();
        sumUp();
    }
}
