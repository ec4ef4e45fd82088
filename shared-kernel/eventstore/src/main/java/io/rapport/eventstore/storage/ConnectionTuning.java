package io.rapport.eventstore.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Gives every connection the transaction time-out and the driver options before the pool opens the first one. */
final class ConnectionTuning implements BeanPostProcessor {

    private final Environment environment;

    ConnectionTuning(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool) {
            // A bean of the properties would be made too early here and then miss other post-processors.
            EventStoreProperties properties = Binder.get(environment)
                    .bindOrCreate("rapport.eventstore", EventStoreProperties.class);
            pool.setConnectionInitSql("SET transaction_timeout = " + properties.transactionTimeout().toMillis());
            // One statement for all events of a batch.
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            // Planned once on the server, from the second use on.
            pool.addDataSourceProperty("prepareThreshold", "2");
        }
        return bean;
    }
}
