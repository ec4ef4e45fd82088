package io.rapport.customer.domain.customers;

/** Where a customer stands in its life with us 生命周期: derived elsewhere, unless somebody says otherwise. */
public enum LifecycleStage {

    ACQUISITION,
    RETENTION,
    CHURNED
}
