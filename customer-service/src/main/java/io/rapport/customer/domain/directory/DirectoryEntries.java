package io.rapport.customer.domain.directory;

import java.util.List;

/** Users and teams as they are defined at this moment. */
public interface DirectoryEntries {

    List<UserDefinition> users();

    List<TeamDefinition> teams();
}
