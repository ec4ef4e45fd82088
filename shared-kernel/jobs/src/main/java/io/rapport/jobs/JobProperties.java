package io.rapport.jobs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How jobs run.
 *
 * @param lease       how long a job stays with a runner that gives no sign of life; renewed with every batch
 * @param poll        how often a runner looks for jobs of other instances
 * @param batchRows   rows in one transaction at most; each job finds its own number below it
 * @param batchTarget how long one batch should take, so that commands of people get their turn
 * @param undoWithin  how long after its end a job can be undone
 * @param batchMost   how many records one batch may change
 */
@ConfigurationProperties("rapport.jobs")
public record JobProperties(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("500") int batchRows,
        @DefaultValue("200ms") Duration batchTarget,
        @DefaultValue("30d") Duration undoWithin,
        @DefaultValue("100000") int batchMost) {
}
