/** Pipelines as administrators define them, taken in like records but never listed: the order and names of stages. */
package io.rapport.reporting.pipelines;
