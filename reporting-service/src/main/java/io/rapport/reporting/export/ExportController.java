package io.rapport.reporting.export;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListFields;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.trail.Trail;
import io.rapport.trail.TrailAction;
import io.rapport.trail.TrailEntry;
import io.rapport.web.problem.Problems;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lists as files, written while they are read. Takes the parameters of the lists that say which records, in which order
 * and which fields, and {@code format=csv|xlsx}; headers and the file's name are in the caller's language.
 */
@RestController
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    private final ListFields listFields;
    private final ListExports exports;
    private final Problems problems;
    private final Trail trail;

    ExportController(ListFields listFields, ListExports exports, Problems problems, Trail trail) {
        this.listFields = listFields;
        this.exports = exports;
        this.problems = problems;
        this.trail = trail;
    }

    @GetMapping({"/api/customers/export", "/api/contacts/export", "/api/interactions/export",
            "/api/opportunities/export", "/api/orders/export", "/api/tasks/export"})
    void export(RecordKind kind, HttpServletRequest request, HttpServletResponse response, ConsistencyTokens tokens,
            RequestContext context) throws ExportBrokenOff {
        FieldCatalogue<?> catalogue = listFields.of(kind, tokens.tokens(), context.caller());
        ListParameters parameters = ListParameters.ofExport(catalogue, request.getParameterMap());
        FileFormat format = exports.format(parameters);
        try (ListExport<?> export = exports.open(catalogue, parameters, tokens, context.caller())) {
            if (!"HEAD".equals(request.getMethod())) {
                exports.count(export, kind, context.caller());
            }
            String title = sentence("export-title." + kind.code(), context.locale());
            response.setContentType(format.mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(kind, title, format));
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, context.locale().toLanguageTag());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!"HEAD".equals(request.getMethod())) {
                trail.record(TrailEntry.of(TrailAction.EXPORTED, context, kind.code(), List.of(),
                        Map.of("format", format.code(), NotedExports.ROWS, Long.toString(export.total()))));
                write(kind, export, format, title, response, context.locale());
            }
        }
    }

    private void write(RecordKind kind, ListExport<?> export, FileFormat format, String title,
            HttpServletResponse response, Locale locale) throws ExportBrokenOff {
        try {
            TableFile file = format.open(response.getOutputStream(), title);
            file.header(headers(kind, export, locale));
            export.writeTo(file);
            file.end();
        } catch (IOException hungUp) {
            log.debug("Nobody takes an export of {} any more", kind.plural(), hungUp);
        } catch (RuntimeException fault) {
            if (!response.isCommitted()) {
                response.reset();
                throw fault;
            }
            log.warn("An export of {} broke off", kind.plural(), fault);
            throw new ExportBrokenOff();
        }
    }

    /** With a plain name too, for programs that know no other. */
    private static String attachment(RecordKind kind, String title, FileFormat format) {
        String ending = "-" + LocalDate.now(ZoneOffset.UTC) + '.' + format.code();
        return "attachment; filename=\"" + kind.plural() + ending + "\"; filename*=UTF-8''"
                + UriUtils.encode(title, StandardCharsets.UTF_8) + ending;
    }

    private List<TableFile.Header> headers(RecordKind kind, ListExport<?> export, Locale locale) {
        return export.columns().stream()
                .map(column -> column.header(column.called(locale)
                        .orElseGet(() -> sentence(column.label(kind), locale)))).toList();
    }

    private String sentence(String code, Locale locale) {
        return problems.sentence(FieldError.of("", code), locale);
    }
}
