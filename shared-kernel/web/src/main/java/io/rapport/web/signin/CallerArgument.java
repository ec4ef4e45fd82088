package io.rapport.web.signin;

import io.rapport.web.problem.ProblemException;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Caller}. */
public final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
            WebDataBinderFactory binders) {
        return current();
    }

    /**
     * Who sent the request that this thread works on.
     *
     * @throws ProblemException 401 when nobody signed in
     */
    public static Caller current() {
        return ifSignedIn().orElseThrow(() -> ProblemException.of(HttpStatus.UNAUTHORIZED, "not-signed-in"));
    }

    /** Who sent the request that this thread works on; empty when nobody signed in. */
    public static Optional<Caller> ifSignedIn() {
        return Optional.ofNullable(CallerToken.current());
    }
}
