package io.rapport.eventstore.audit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The digest is computed by others too: this is what it must come to. */
class RecordDigestTest {

    @Test
    void isTheSha256OfOneLineForEachRecord() {
        assertThat(new RecordDigest.Builder().build()).isEqualTo(new RecordDigest(0, 0,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(new RecordDigest.Builder().add("a", 1).add("b", 12).build()).isEqualTo(new RecordDigest(2, 13,
                "1930ffb8ada59e10e4fa3bd6ab8f88148543236636bfc43f98747fdd6049dbb9"));
    }
}
