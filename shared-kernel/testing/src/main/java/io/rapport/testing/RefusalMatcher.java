package io.rapport.testing;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** A refusal for exactly these reasons, for Axon's aggregate fixture. */
public final class RefusalMatcher extends TypeSafeMatcher<Throwable> {

    private final List<FieldError> reasons;

    private RefusalMatcher(List<FieldError> reasons) {
        this.reasons = reasons;
    }

    /** All reasons, in the order of the rules. */
    public static RefusalMatcher refusedFor(FieldError... reasons) {
        return new RefusalMatcher(List.of(reasons));
    }

    @Override
    protected boolean matchesSafely(Throwable thrown) {
        return thrown instanceof Refusal refusal && refusal.errors().equals(reasons);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused for ").appendValue(reasons);
    }
}
