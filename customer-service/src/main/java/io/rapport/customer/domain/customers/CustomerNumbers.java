package io.rapport.customer.domain.customers;

/** Keeps customer numbers unique, in the transaction of the command. */
public interface CustomerNumbers {

    /** A number that no other customer has, reserved for this one. */
    String next(String customerId);

    /** Whether the number is now, or already was, reserved for this customer; false when another has it. */
    boolean reserve(String number, String customerId);

    /** Frees a number that the customer no longer has. */
    void release(String number, String customerId);
}
