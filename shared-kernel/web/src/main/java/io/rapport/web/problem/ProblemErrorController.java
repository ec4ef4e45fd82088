package io.rapport.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters and the container refuse before a controller is reached. */
@Controller
class ProblemErrorController implements ErrorController {

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // Tomcat breaks the connection next; nothing may look like the rest of what was on its way.
            return null;
        }
        HttpServletRequest original = asAsked(request);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemException problem = ProblemHandler.ofStatus(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404));
        return problems.answer(problem.status().value() == 500
                ? problems.internal((Throwable) fault, original) : problem, original);
    }

    private static HttpServletRequest asAsked(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return path instanceof String asked ? asked : super.getRequestURI();
            }

            @Override
            public String getMethod() {
                return method instanceof String asked ? asked : super.getMethod();
            }
        };
    }
}
