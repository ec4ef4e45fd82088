package io.rapport.contact.domain;

/**
 * Where a person is found on a social network.
 *
 * @param network such as {@code LinkedIn} or {@code 微博}
 * @param address a name there, or a whole address
 */
public record SocialLink(String network, String address) {
}
