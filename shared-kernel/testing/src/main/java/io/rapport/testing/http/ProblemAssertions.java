package io.rapport.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;

/** What every refused request owes its sender. */
public final class ProblemAssertions {

    private ProblemAssertions() {
    }

    /** The answer is a problem document that gives nothing of the inside away. */
    public static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.json().get("code").stringValue()).isNotBlank();
        assertThat(answer.body()).doesNotContain("io.rapport", "Exception", "SELECT", "INSERT");
    }

    /** As {@link #assertProblem(Answer, int)}, with a code and a field among its errors. */
    public static void assertProblem(Answer answer, int status, String code, String field) {
        assertProblem(answer, status);
        assertThat(answer.json().get("code").stringValue()).isEqualTo(code);
        assertThat(StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.get("field").stringValue())).as(answer.toString()).contains(field);
    }
}
