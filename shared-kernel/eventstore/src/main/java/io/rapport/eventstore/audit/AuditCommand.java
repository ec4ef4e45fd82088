package io.rapport.eventstore.audit;

import java.io.PrintStream;

import io.rapport.eventstore.relay.RelayProperties;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code java -jar <service>.jar --rapport.audit}: prints the {@link AuditReport} as JSON, with what {@link FurtherAudit}s
 * found as members of their own, and ends with 0 when all is well, 1 when something is not, 2 when store or topic cannot be read. It uses the configuration of the service, but
 * starts nothing of it: it can run beside the service.
 */
public final class AuditCommand implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String ASKED = "rapport.audit";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (environment.containsProperty(ASKED) && !"false".equals(environment.getProperty(ASKED))) {
            System.exit(run(environment, System.out, System.err));
        }
    }

    static int run(ConfigurableEnvironment environment, PrintStream out, PrintStream err) {
        try {
            RelayProperties properties = Binder.get(environment).bindOrCreate("rapport", RelayProperties.class);
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getRequiredProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password", "")));
            AuditReport report = new EventStoreAudit(jdbc, properties).run();
            ObjectNode reports = JSON.valueToTree(report);
            boolean ok = report.ok();
            for (FurtherAudit further : SpringFactoriesLoader.loadFactories(FurtherAudit.class, null)) {
                FurtherAudit.Report found = further.run(environment, jdbc);
                reports.set(further.name(), JSON.valueToTree(found));
                ok &= found.ok();
            }
            out.println(JSON.writeValueAsString(reports.put("ok", ok)));
            return ok ? 0 : 1;
        } catch (RuntimeException e) {
            err.println("The audit could not be carried out: " + e.getMessage());
            return 2;
        }
    }
}
