package io.rapport.reporting.search.api;

import io.rapport.contracts.ExchangeRates;
import io.rapport.contracts.Money;
import io.rapport.reporting.freshness.ConsistencyGate;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.pipelines.PipelineDocument;
import io.rapport.reporting.pipelines.PresentPipelines;
import io.rapport.reporting.rates.PresentRates;
import io.rapport.reporting.rights.VisibilityRules;
import io.rapport.reporting.search.catalogue.FieldCatalogue;
import io.rapport.reporting.search.catalogue.ListFields;
import io.rapport.reporting.search.filter.Filter;
import io.rapport.reporting.search.filter.Filters;
import io.rapport.reporting.search.query.Group;
import io.rapport.reporting.search.query.ListParameters;
import io.rapport.reporting.search.query.RecordLists;
import io.rapport.reporting.search.query.Selection;
import io.rapport.values.LocalizedLabel;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of a pipeline board: counts and sums of each stage, for the same {@code q}, {@code filter} and
 * {@code archived} as the list that holds its cards.
 */
@RestController
class BoardController {

    private static final String AMOUNT = "amount";
    private static final String WEIGHTED = "weightedAmount";
    private static final String STALLED = "stalled";

    private final ListFields listFields;
    private final RecordLists lists;
    private final VisibilityRules rules;
    private final ConsistencyGate gate;
    private final PresentRates rates;
    private final PresentPipelines pipelines;
    private final Clock clock = Clock.systemUTC();

    BoardController(ListFields listFields, RecordLists lists, VisibilityRules rules, ConsistencyGate gate,
            PresentRates rates, PresentPipelines pipelines) {
        this.listFields = listFields;
        this.lists = lists;
        this.rules = rules;
        this.gate = gate;
        this.rates = rates;
        this.pipelines = pipelines;
    }

    @GetMapping("/api/opportunities/board")
    BoardAnswer board(HttpServletRequest request, ConsistencyTokens tokens, RequestContext context) {
        FieldCatalogue<?> catalogue = listFields.of(RecordKind.OPPORTUNITY, tokens.tokens(), context.caller());
        ListParameters read = ListParameters.ofBoard(catalogue, request.getParameterMap());
        gate.awaitDocuments(RecordKind.PIPELINE, tokens.tokens());
        PipelineDocument pipeline = read.pipeline() == null ? pipelines.standard()
                : pipelines.find(read.pipeline()).orElseGet(() -> PipelineDocument.undefined(read.pipeline()));
        Selection selection = new Selection(read.searched(), openIn(pipeline.key(), read.filter()),
                rules.visibility(context.caller(), RecordKind.OPPORTUNITY, read.archived()));
        gate.awaitSearch(RecordKind.OPPORTUNITY, tokens.tokens());
        List<String> sums = Stream.of(AMOUNT, WEIGHTED).filter(field -> catalogue.find(field).isPresent()).toList();
        Group nothing = new Group(0, sums.stream().collect(Collectors.toMap(sum -> sum, sum -> List.of())),
                Map.of(STALLED, 0L));
        var stages = lists.groups(catalogue, selection, "stage", sums, List.of(STALLED));
        ExchangeRates table = rates.now().table();
        String language = context.locale().toLanguageTag();
        return new BoardAnswer(pipeline.key(), said(pipeline.label(), language),
                shown(pipeline, stages.keySet()).map(stage -> answer(stage.key(), said(stage.label(), language),
                        stages.getOrDefault(stage.key(), nothing), table)).toList());
    }

    /** Stages that opportunities may enter or are in; those that the pipeline has not come last. */
    private static Stream<PipelineDocument.Stage> shown(PipelineDocument pipeline, Set<String> entered) {
        Set<String> known = pipeline.stages().stream().map(PipelineDocument.Stage::key).collect(Collectors.toSet());
        return Stream.concat(
                pipeline.stages().stream().filter(stage -> !stage.retired() || entered.contains(stage.key())),
                entered.stream().filter(key -> !known.contains(key))
                        .map(key -> new PipelineDocument.Stage(key, Map.of(), false)));
    }

    private static String said(Map<String, String> label, String language) {
        return LocalizedLabel.in(label, language).orElse(null);
    }

    private BoardAnswer.Stage answer(String stage, String label, Group group, ExchangeRates table) {
        List<Money> amounts = group.sums().get(AMOUNT);
        List<Money> weighted = group.sums().get(WEIGHTED);
        if (amounts == null || weighted == null) {
            return new BoardAnswer.Stage(stage, label, group.count(), group.reached().get(STALLED), null, null, null,
                    null, null);
        }
        ExchangeRates.Sum total = total(amounts, table);
        return new BoardAnswer.Stage(stage, label, group.count(), group.reached().get(STALLED), amounts,
                weighted.stream().map(BoardController::rounded).toList(), total.total(),
                rounded(total(weighted, table).total()), total.unconverted());
    }

    private ExchangeRates.Sum total(List<Money> amounts, ExchangeRates table) {
        LocalDate today = LocalDate.now(clock);
        return table.sum(amounts.stream().map(amount -> new ExchangeRates.Dated(amount, today)).toList(), table.base());
    }

    private static Filter openIn(String pipeline, Filter asked) {
        Filter open = Filters.parse("status eq 'OPEN' and pipeline eq '" + pipeline.replace("'", "''") + '\'');
        return asked == null ? open : new Filter.And(List.of(open, asked));
    }

    private static Money rounded(Money exact) {
        int digits = Math.max(0, Currency.getInstance(exact.currency()).getDefaultFractionDigits());
        return new Money(exact.amount().setScale(digits, RoundingMode.HALF_UP), exact.currency());
    }
}
