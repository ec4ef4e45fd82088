package io.rapport.customer.application.opportunities.imports;

import io.rapport.contracts.Money;
import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.customer.application.customfields.RecognisingField;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.customfields.CustomFields;
import io.rapport.jobs.cells.AmountCell;
import io.rapport.jobs.cells.ChoiceCell;
import io.rapport.jobs.cells.DateCell;
import io.rapport.jobs.customfields.CustomCells;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the texts of one row into an opportunity, gathering every cell that cannot be understood. */
final class OpportunityRowReader {

    /** Of amounts that name no currency. */
    private static final String HOME_CURRENCY = "CNY";
    private static final Pattern LIST = Pattern.compile("[,;，；、|]");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.0+)?\\s*[%％]?");

    private final Map<String, String> values;
    private final Pipelines pipelines;
    private final CustomFields custom;
    private final FieldErrors errors = new FieldErrors();

    private OpportunityRowReader(Map<String, String> values, Pipelines pipelines, CustomFields custom) {
        this.values = values;
        this.pipelines = pipelines;
        this.custom = custom;
    }

    /**
     * @throws io.rapport.contracts.refusal.Refusal naming every cell that cannot be understood
     */
    static OpportunityRow read(Map<String, String> values, RecognisingField recognisedBy, Pipelines pipelines,
                               CustomFields custom) {
        return new OpportunityRowReader(values, pipelines, custom).row(recognisedBy);
    }

    private OpportunityRow row(RecognisingField recognisedBy) {
        CustomerMention customer = CustomerMention.in(values);
        if (values.get("name") == null) {
            errors.add("name", "required");
        }
        if (recognisedBy != null) {
            recognisedBy.checkGiven(values, errors);
        } else if (customer.isEmpty()) {
            errors.add("customer", "required");
        }
        OpportunityRow row = new OpportunityRow(recognisedBy, values.get("name"), customer, amount("amount"),
                date("expectedClose"), probability(), values.get("need"), amount("budget"),
                values.get("purchaseIntent"), values.get("nextStep"), values.get("background"), list("competitors"),
                values.get("source"), list("tags"), CustomCells.read(custom, values, errors), values.get("pipeline"), stage(),
                new Assignment(values.get("owner"), values.get("team")));
        errors.throwIfAny();
        return row;
    }

    private Integer probability() {
        String text = values.get("probability");
        if (text == null) {
            return null;
        }
        Matcher percent = PERCENT.matcher(text);
        if (!percent.matches() || Integer.parseInt(percent.group(1)) > 100) {
            errors.add("probability", "probability-unclear");
            return null;
        }
        return Integer.valueOf(percent.group(1));
    }

    /** By its key or its label in any language. */
    private String stage() {
        String text = values.get("stage");
        String pipeline = values.get("pipeline");
        PipelineDefinition definition = pipeline == null ? pipelines.standard() : pipelines.find(pipeline).orElse(null);
        if (text == null || definition == null) {
            return text;
        }
        ChoiceCell stages = new ChoiceCell();
        definition.stages().forEach(stage -> stages.with(stage.key(), stage.label().values().toArray(String[]::new)));
        return stages.parse(text).orElseGet(() -> {
            errors.add("stage", "label-unknown",
                    String.join(", ", definition.openStages().stream().map(stage -> stage.key()).toList()));
            return null;
        });
    }

    private LocalDate date(String field) {
        String text = values.get(field);
        return text == null ? null : DateCell.parse(text).orElseGet(() -> refused(field, "date-unclear"));
    }

    private Money amount(String field) {
        String text = values.get(field);
        return text == null ? null
                : AmountCell.parse(text, HOME_CURRENCY).orElseGet(() -> refused(field, "amount-unclear"));
    }

    private List<String> list(String field) {
        String text = values.get(field);
        return text == null ? null
                : Arrays.stream(LIST.split(text)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private <T> T refused(String field, String code) {
        errors.add(field, code);
        return null;
    }
}
