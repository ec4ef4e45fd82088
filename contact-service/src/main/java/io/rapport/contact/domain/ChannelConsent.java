package io.rapport.contact.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a person agrees to be written to, called or visited for marketing over one channel.
 *
 * @param channel name of a {@link Channel}
 * @param status  name of a {@link Status}
 * @param source  how the person said so: a form, a call, a fair
 * @param date    day on which the person said so
 */
public record ChannelConsent(String channel, String status, String source, LocalDate date) {

    /** A way to reach a person. */
    public enum Channel { EMAIL, PHONE, SMS, WECHAT, POST }

    /** What a person said. */
    public enum Status { GIVEN, WITHDRAWN }

    /**
     * The policy of every campaign: a person who has not agreed to its channel is never picked.
     *
     * @param consents null for none
     */
    public static boolean permits(List<ChannelConsent> consents, Channel channel) {
        return consents != null && consents.stream().anyMatch(consent -> channel.name().equals(consent.channel())
                && Status.GIVEN.name().equals(consent.status()));
    }
}
