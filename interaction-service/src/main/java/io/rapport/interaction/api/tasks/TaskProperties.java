package io.rapport.interaction.api.tasks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.ZoneId;

/** @param timeZone of tasks that do not name one */
@ConfigurationProperties("rapport.tasks")
record TaskProperties(@DefaultValue("Asia/Shanghai") ZoneId timeZone) {
}
