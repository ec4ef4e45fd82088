package io.rapport.interaction.domain.tasks;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.Choice;
import io.rapport.values.DateRule;
import io.rapport.values.FieldErrors;
import io.rapport.values.RecordReference;
import io.rapport.values.TextRule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The rule book of tasks: each rule is a named function, and {@link #FACT_POLICIES} lists those that facts must keep. */
final class TaskPolicies {

    static final List<BiConsumer<TaskFacts, FieldErrors>> FACT_POLICIES = List.of(
            TaskPolicies::kindPriorityTitleAssigneeAndTimeZoneAreGiven,
            TaskPolicies::kindAndPriorityAreListed,
            TaskPolicies::textsKeepTheirLimits,
            TaskPolicies::recordsAreNamedByTheirIds,
            TaskPolicies::dueIsAMomentSomewhere,
            TaskPolicies::repeatRuleIsModestAndComesTrue);

    private static final Choice KINDS = Choice.of(TaskKind.class);
    private static final Choice PRIORITIES = Choice.of(TaskPriority.class);
    private static final TextRule TITLE = TextRule.line(200);
    private static final TextRule NOTE = TextRule.lines(10_000);
    private static final TextRule USER = TextRule.line(200);
    private static final TextRule REASON = TextRule.lines(1_000);
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private TaskPolicies() {
    }

    static void factsKeepTheRules(TaskFacts facts, FieldErrors errors) {
        FACT_POLICIES.forEach(policy -> policy.accept(facts, errors));
    }

    static void archivingGivesAReason(String reason, FieldErrors errors) {
        REASON.checkGiven("reason", reason, errors);
    }

    static void somebodyIsNamed(String assignee, FieldErrors errors) {
        USER.checkGiven("assignee", assignee, errors);
    }

    static void aDayIsGiven(TaskFacts facts, FieldErrors errors) {
        if (facts.due() == null) {
            errors.add("due", "required");
        }
    }

    /** @throws Refusal CONFLICT: an archived task is restored before anything else happens to it */
    static void anArchivedTaskDoesNotChange(TaskState state) {
        if (state.archived()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "task-archived");
        }
    }

    /** @throws Refusal CONFLICT: what is done or cancelled is reopened first */
    static void onlyAnOpenTaskIsPlanned(TaskState state) {
        if (state.status() != TaskStatus.OPEN) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "task-not-open");
        }
    }

    /** @throws Refusal CONFLICT */
    static void aCancelledTaskIsNotDone(TaskState state) {
        if (state.status() == TaskStatus.CANCELLED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "", "task-not-open");
        }
    }

    private static void kindPriorityTitleAssigneeAndTimeZoneAreGiven(TaskFacts facts, FieldErrors errors) {
        required("kind", facts.kind(), errors);
        required("priority", facts.priority(), errors);
        required("title", facts.title(), errors);
        required("assignee", facts.assignee(), errors);
        required("timeZone", facts.timeZone(), errors);
    }

    private static void required(String field, String value, FieldErrors errors) {
        if (value == null) {
            errors.add(field, "required");
        }
    }

    private static void kindAndPriorityAreListed(TaskFacts facts, FieldErrors errors) {
        KINDS.check("kind", facts.kind(), errors);
        PRIORITIES.check("priority", facts.priority(), errors);
    }

    private static void textsKeepTheirLimits(TaskFacts facts, FieldErrors errors) {
        TITLE.check("title", facts.title(), errors);
        NOTE.check("note", facts.note(), errors);
        USER.check("assignee", facts.assignee(), errors);
    }

    private static void recordsAreNamedByTheirIds(TaskFacts facts, FieldErrors errors) {
        RecordReference.check("customerId", facts.customerId(), errors);
        RecordReference.check("contactId", facts.contactId(), errors);
        RecordReference.check("opportunityId", facts.opportunityId(), errors);
    }

    private static void dueIsAMomentSomewhere(TaskFacts facts, FieldErrors errors) {
        DateRule.check("due", facts.due(), errors);
        if (facts.dueTime() != null && !TIME.matcher(facts.dueTime()).matches()) {
            errors.add("dueTime", "time-of-day-malformed");
        }
        if (facts.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(facts.timeZone())) {
            errors.add("timeZone", "time-zone-unknown");
        }
        if (facts.due() == null && facts.dueTime() != null) {
            errors.add("due", "due-without-day");
        }
    }

    private static void repeatRuleIsModestAndComesTrue(TaskFacts facts, FieldErrors errors) {
        if (facts.repeat() == null) {
            return;
        }
        Optional<RepeatRule> rule = RepeatRule.read(facts.repeat());
        LocalDate due = facts.due();
        if (rule.isEmpty()) {
            errors.add("repeat", "repeat-malformed");
        } else if (!rule.get().isModest()) {
            errors.add("repeat", "repeat-too-often", RepeatRule.MOST_TIMES);
        } else if (!rule.get().endsOnADay()) {
            errors.add("repeat", "repeat-until-no-day");
        } else if (due == null) {
            errors.add("due", "repeat-without-day");
        } else if (due.getYear() >= 1 && due.getYear() <= 9999 && rule.get().next(due, due, due).isEmpty()) {
            errors.add("repeat", "repeat-never");
        }
    }
}
