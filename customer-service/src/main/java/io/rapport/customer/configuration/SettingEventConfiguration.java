package io.rapport.customer.configuration;

import io.rapport.customer.domain.customfields.CustomField;
import io.rapport.customer.domain.customfields.CustomFieldEvent;
import io.rapport.customer.domain.valuelists.ValueList;
import io.rapport.customer.domain.valuelists.ValueListEvent;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names the events of administered lists and custom fields are stored. */
@Configuration(proxyBeanMethods = false)
class SettingEventConfiguration {

    @Bean
    RecordType<ValueList, ValueListEvent> valueListRecords(EventPublication<ValueListEvent> publication) {
        return RecordType.of("value-list", "1", ValueList.class, ValueListEvent.class, publication)
                .event("value-list.defined", "1", ValueListEvent.Defined.class)
                .build();
    }

    @Bean
    RecordType<CustomField, CustomFieldEvent> customFieldRecords(EventPublication<CustomFieldEvent> publication) {
        return RecordType.of("custom-field", "1", CustomField.class, CustomFieldEvent.class, publication)
                .event("custom-field.defined", "1", CustomFieldEvent.Defined.class)
                .event("custom-field.removed", "1", CustomFieldEvent.Removed.class)
                .build();
    }
}
