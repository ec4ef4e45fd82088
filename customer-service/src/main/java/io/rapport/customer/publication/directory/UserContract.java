package io.rapport.customer.publication.directory;

import java.util.List;

/**
 * Data of {@code user.defined.v1}, described by the JSON Schema in {@code contracts/user/v1}: the whole user. What is null
 * is left out; his name is in the id of the record.
 */
public record UserContract(String displayName, List<String> roles, String team, boolean active,
                           List<String> ownerFilter) {
}
