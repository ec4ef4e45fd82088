package io.rapport.gateway.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes what the {@link SignInForm} sends: the right password turns it into the authorization request whose address it
 * was sent to. The sign-in holds for this one request. A form on a foreign site gains nothing: the answer goes to a
 * browser that has to know the request's {@code state}.
 */
final class PasswordSignIn extends OncePerRequestFilter {

    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SignInLimit limit = new SignInLimit();
    private final String path;
    private final SignInForm form;

    PasswordSignIn(String path, SignInForm form) {
        this.path = path;
        this.form = form;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || !request.getRequestURI().equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = Optional.ofNullable(request.getParameter(SignInForm.USER)).orElse("").strip();
        String password = Optional.ofNullable(request.getParameter(SignInForm.PASSWORD)).orElse("");
        Duration wait = limit.take(name, request.getRemoteAddr());
        if (wait.isPositive()) {
            form.writeTooMany(request, response, wait);
            return;
        }
        // Compared for unknown names too: the time it takes tells nothing.
        boolean right = passwords.matches(password, DemoClient.SECRET);
        Optional<DemoClient> user = DemoClient.named(name);
        if (!right || user.isEmpty()) {
            form.writeWrong(request, response);
            return;
        }
        limit.succeeded(name, request.getRemoteAddr());
        SecurityContext signedIn = SecurityContextHolder.createEmptyContext();
        signedIn.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.get().user(), null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
        SecurityContextHolder.setContext(signedIn);
        chain.doFilter(new AuthorizationRequest(request), response);
    }

    /** The request that the form was shown for: all of it is in the address. */
    private static final class AuthorizationRequest extends HttpServletRequestWrapper {

        private AuthorizationRequest(HttpServletRequest form) {
            super(form);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
