/** Following a topic from its beginning to keep in a process, or in its database, what it tells. */
package io.rapport.topics;
