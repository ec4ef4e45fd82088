package io.rapport.reporting.configuration;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.TimeUnit;

/** The connection to MongoDB. Opened in the background: the service starts without it. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final int SELECTION_SECONDS = 3;
    private static final int TIMEOUT_SECONDS = 20;

    /** The settings here hold where the connection string says nothing else. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(MongoProperties mongo) {
        return MongoClients.create(MongoClientSettings.builder()
                .applicationName("rapport-reporting")
                // Offsets must not survive a fail-over that documents do not.
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties mongo) {
        String database = new ConnectionString(mongo.uri()).getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("rapport.mongodb.uri names no database");
        }
        return client.getDatabase(database);
    }
}
