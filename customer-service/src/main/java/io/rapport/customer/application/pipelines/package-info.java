/** Pipelines as administrators have settled them. */
package io.rapport.customer.application.pipelines;
