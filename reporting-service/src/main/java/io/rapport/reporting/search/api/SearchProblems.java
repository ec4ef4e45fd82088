package io.rapport.reporting.search.api;

import io.rapport.reporting.search.index.IndexUnavailable;
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

/** Answers 503 while Elasticsearch cannot be asked. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchProblems {

    private static final Logger log = LoggerFactory.getLogger(SearchProblems.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Problems problems;

    SearchProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(IndexUnavailable unavailable, HttpServletRequest request) {
        log.warn("The search index does not answer a read: {}", unavailable.getMessage());
        return problems.answer(ProblemException.unavailable(RETRY, "search-unavailable"), request);
    }
}
