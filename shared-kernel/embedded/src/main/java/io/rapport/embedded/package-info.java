/**
 * The four servers the product stands on, as processes on the loopback of one machine: for the one-command start and for
 * tests. Each one makes its folder ready and says with which command it runs; who starts it decides how it is watched.
 */
package io.rapport.embedded;
