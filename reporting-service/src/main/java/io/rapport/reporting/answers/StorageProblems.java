package io.rapport.reporting.answers;

import com.mongodb.MongoException;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.time.Duration;

/** Answers 503 while MongoDB cannot be asked. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StorageProblems {

    private static final Logger log = LoggerFactory.getLogger(StorageProblems.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Problems problems;

    StorageProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(MongoException unreachable, HttpServletRequest request) {
        log.warn("MongoDB does not answer a read: {}", unreachable.toString());
        return problems.answer(ProblemException.unavailable(RETRY, "unavailable"), request);
    }
}
