package io.rapport.web.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;

/** Tomcat's last word on requests that no application sees, such as a malformed request line. */
final class ProblemErrorValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorValve.class);

    private final Problems problems;

    ProblemErrorValve(Problems problems) {
        this.problems = problems;
        setAsyncSupported(true);
    }

    @Override
    protected void report(Request request, Response response, Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.write(ProblemHandler.ofStatus(HttpStatusCode.valueOf(response.getStatus())), request, response);
        } catch (Exception senderGone) {
            log.debug("Error report not delivered", senderGone);
        }
    }
}
