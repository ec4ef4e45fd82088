/**
 * Long work over many records on the command side: the job and its progress, the runner that carries it on wherever a
 * process left off, and what a kind of record contributes to be imported from files.
 */
package io.rapport.jobs;
