package io.rapport.customer.domain.pipelines;

import io.rapport.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineTest {

    private static final PipelineDefinition PRESET = PipelineDefinition.standard();
    private static final PipelineStage TENDER = stage("TENDER", false);
    private static final PipelineDefinition KEY_ACCOUNTS =
            new PipelineDefinition("key-accounts", Map.of("en", "Key accounts"), false, List.of(TENDER));

    private AggregateTestFixture<Pipeline> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Pipeline.class);
        fixture.registerInjectableResource(new Pipelines() {
            @Override
            public Optional<PipelineDefinition> find(String key) {
                return Optional.of(PRESET).filter(preset -> preset.key().equals(key));
            }

            @Override
            public PipelineDefinition standard() {
                return PRESET;
            }
        });
    }

    @Test
    void aPipelineIsDefinedWhole() {
        define(KEY_ACCOUNTS).expectEvents(new PipelineEvent.Defined(KEY_ACCOUNTS));
    }

    @Test
    void stagesAreAddedRenamedReorderedAndRetired() {
        var changed = with(KEY_ACCOUNTS, List.of(stage("AWARD", false), stage("TENDER", true)));
        redefine(KEY_ACCOUNTS, changed).expectEvents(new PipelineEvent.Defined(changed));
    }

    @Test
    void theSameDefinitionAgainIsNoEvent() {
        redefine(KEY_ACCOUNTS, KEY_ACCOUNTS).expectNoEvents();
    }

    @Test
    void aStageNeverVanishes() {
        refused(redefine(KEY_ACCOUNTS, with(KEY_ACCOUNTS, List.of(stage("AWARD", false)))), "stages stage-vanished");
        prepare();
        refused(define(with(PRESET, PRESET.stages().subList(1, 4))), "stages stage-vanished");
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        var stages = List.of(new PipelineStage(null, null, null, 0, false),
                new PipelineStage("tender", Map.of("fr", "Appel"), 101, 3_651, false),
                new PipelineStage("TENDER", Map.of("en", " "), -1, null, false), TENDER);
        refused(define(new PipelineDefinition("Key Accounts", Map.of(), false, stages)),
                "key key-malformed", "label required", "stages[0].key required", "stages[0].label required",
                "stages[0].probability required", "stages[0].stalledAfterDays days-out-of-range",
                "stages[1].key stage-key-malformed", "stages[1].label.fr label-language-unknown",
                "stages[1].probability percentage-out-of-range", "stages[1].stalledAfterDays days-out-of-range",
                "stages[2].label.en required", "stages[2].probability percentage-out-of-range",
                "stages[3].key key-repeated");
    }

    @Test
    void aPipelineHasAFewStages() {
        refused(define(with(KEY_ACCOUNTS, List.of())), "stages required");
        prepare();
        List<PipelineStage> many = new ArrayList<>(Collections.nCopies(31, TENDER));
        for (int i = 0; i < many.size(); i++) {
            many.set(i, stage("S" + i, false));
        }
        refused(define(with(KEY_ACCOUNTS, many)), "stages too-many");
    }

    @Test
    void theDefaultCanBeEnteredAndDoesNotResign() {
        var closed = new PipelineDefinition("key-accounts", Map.of("en", "x"), true, List.of(stage("TENDER", true)));
        refused(define(closed), "stages default-pipeline-closed");
        prepare();
        refused(redefine(PRESET, PRESET.asOneOfSeveral()), "isDefault default-pipeline-needed");
        prepare();
        refused(define(PRESET.asOneOfSeveral()), "isDefault default-pipeline-needed");
    }

    @Test
    void theDefaultStepsBackForAnother() {
        fixture.given(new PipelineEvent.Defined(PRESET)).when(new PipelineCommand.StepBack("pipeline:default"))
                .expectEvents(new PipelineEvent.Defined(PRESET.asOneOfSeveral()));
        prepare();
        fixture.given(new PipelineEvent.Defined(KEY_ACCOUNTS)).when(new PipelineCommand.StepBack("pipeline:key-accounts"))
                .expectNoEvents();
    }

    private ResultValidator<Pipeline> define(PipelineDefinition definition) {
        return fixture.givenNoPriorActivity()
                .when(new PipelineCommand.Define(PipelineCommand.idOf(definition.key()), definition));
    }

    private ResultValidator<Pipeline> redefine(PipelineDefinition before, PipelineDefinition after) {
        return fixture.given(new PipelineEvent.Defined(before))
                .when(new PipelineCommand.Redefine(PipelineCommand.idOf(after.key()), null, after));
    }

    private static void refused(ResultValidator<Pipeline> result, String... fieldsAndCodes) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new org.hamcrest.CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        assertThat(caught[0].errors()).extracting(error -> error.field() + ' ' + error.code())
                .containsExactlyInAnyOrder(fieldsAndCodes);
    }

    private static PipelineDefinition with(PipelineDefinition before, List<PipelineStage> stages) {
        return new PipelineDefinition(before.key(), before.label(), before.isDefault(), stages);
    }

    private static PipelineStage stage(String key, boolean retired) {
        return new PipelineStage(key, Map.of("en", key), 25, 30, retired);
    }
}
