package io.rapport.eventstore.audit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRecordTest {

    private final TopicRecord inOrder = new TopicRecord();
    private final TopicRecord record = new TopicRecord();

    TopicRecordTest() {
        inOrder.seen(1, "a");
        inOrder.seen(2, "b");
        inOrder.seen(3, "c");
    }

    @Test
    void aRepetitionIsCountedAndChangesNothing() {
        record.seen(1, "a");
        record.seen(2, "b");
        record.seen(1, "a");
        record.seen(2, "b");
        record.seen(3, "c");

        assertThat(record.checksum()).isEqualTo(inOrder.checksum());
        assertThat(record.duplicates()).isEqualTo(2);
        assertThat(record.late()).isEmpty();
        assertThat(record.differsAgain(1, "a")).isFalse();
        assertThat(record.differsAgain(1, "other")).isTrue();
    }

    @Test
    void anEventThatComesAfterALaterOneIsNamed() {
        record.seen(1, "a");
        record.seen(3, "c");
        assertThat(record.has(2)).isFalse();
        record.seen(2, "b");

        assertThat(record.checksum()).isEqualTo(inOrder.checksum());
        assertThat(record.late()).containsExactly(2L);
        assertThat(record.has(2)).isTrue();
    }

    @Test
    void anotherEventAtTheSamePlaceIsTold() {
        record.seen(1, "a");
        record.seen(2, "x");
        record.seen(3, "c");

        assertThat(record.checksum()).isNotEqualTo(inOrder.checksum());
        assertThat(record.highest()).isEqualTo(3);
    }
}
