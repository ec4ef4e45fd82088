package io.rapport.reporting.answers;

import io.rapport.reporting.intake.RecordKind;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Arrays;
import java.util.List;

/** Tells controllers that serve several collections which one is asked for: {@code /api/orders/…} of orders. */
@Component
class AskedKind implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RecordKind.class;
    }

    /** @throws IllegalStateException if a controller asks below a path that names no collection */
    @Override
    public RecordKind resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
            NativeWebRequest request, WebDataBinderFactory binders) {
        String path = request.getNativeRequest(HttpServletRequest.class).getRequestURI();
        String[] parts = path.split("/");
        return Arrays.stream(RecordKind.values())
                .filter(kind -> parts.length > 2 && kind.plural().equals(parts[2])).findFirst()
                .orElseThrow(() -> new IllegalStateException("no collection in the path of " + parameter.getMethod()));
    }
}
