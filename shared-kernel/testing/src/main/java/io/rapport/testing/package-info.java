/**
 * What the tests of every module share: real servers, signed tokens, the contracts of events, the rules of the house.
 */
package io.rapport.testing;
