package io.rapport.contact.domain;

/** What a person is to us: a customer's person, a prospect, a partner, a supplier, anybody else. */
public enum ContactKind { CUSTOMER, PROSPECT, PARTNER, SUPPLIER, OTHER }
