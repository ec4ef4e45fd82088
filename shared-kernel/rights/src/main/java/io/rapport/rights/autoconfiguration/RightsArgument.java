package io.rapport.rights.autoconfiguration;

import io.rapport.rights.Rights;
import io.rapport.web.signin.CallerArgument;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method the {@link Rights} of its caller. */
final class RightsArgument implements HandlerMethodArgumentResolver {

    private final CallerRights rights;

    RightsArgument(CallerRights rights) {
        this.rights = rights;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Rights.class;
    }

    @Override
    public Rights resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
            WebDataBinderFactory binders) {
        return rights.of(CallerArgument.current());
    }
}
