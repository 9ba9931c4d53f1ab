package com.bookedbarber.platform.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows mails that nobody will get unless somebody looks: {@code bb_mail_dead}. */
@ApplicationScoped
@IfBuildProperty(name = "bb.mail", stringValue = "true")
class MailMeters {

    private final MailStore mails;
    private final MeterRegistry meters;

    MailMeters(MailStore mails, MeterRegistry meters) {
        this.mails = mails;
        this.meters = meters;
    }

    void onStart(@Observes StartupEvent start) {
        Gauge.builder("bb.mail.dead", mails, MailStore::countDead)
                .description("Mails given up after all attempts")
                .register(meters);
    }
}
