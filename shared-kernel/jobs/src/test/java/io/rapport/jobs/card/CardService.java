package io.rapport.jobs.card;

import io.rapport.eventstore.PublicEvent;
import io.rapport.eventstore.RecordType;
import io.rapport.eventstore.Reservations;
import io.rapport.jobs.RowImporter;
import io.rapport.web.signin.PathRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A command service reduced to what it gives to imports. */
@SpringBootApplication
public class CardService {

    @Bean
    RecordType<Card, Object> cardRecords() {
        return RecordType.of("card", "1", Card.class, Object.class, event -> new PublicEvent("card.changed.v1", event))
                .event("card.written", "1", Card.Written.class)
                .event("card.reworded", "1", Card.Reworded.class)
                .event("card.withdrawn", "1", Card.Withdrawn.class)
                .build();
    }

    @Bean
    Card.Numbers cardNumbers(Reservations reservations) {
        return new Card.Numbers() {
            @Override
            public boolean take(String number, String cardId) {
                return reservations.reserve(Card.NUMBERS, number, cardId);
            }

            @Override
            public void giveBack(String number, String cardId) {
                reservations.release(Card.NUMBERS, number, cardId);
            }
        };
    }

    @Bean
    PathRules pathRules() {
        return PathRules.none();
    }

    @Bean
    RowImporter<?> cardImporter(JdbcClient database) {
        return new CardImporter("card", database, () -> { });
    }
}
