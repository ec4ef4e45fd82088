/**
 * What administrators settle without a restart: value lists, custom fields, pipelines, exchange rates and rules. A
 * setting is an aggregate like any other (events, versions, {@code If-Match}, the public topic); besides, its present
 * definition stands in the table {@code setting}, written in the transaction of the command that changed it.
 *
 * <p>A kind of setting is used like this: its events carry whole definitions, one component declares it to
 * {@link io.rapport.customer.application.settings.Settings} and implements the port that the domain reads it by.
 * <pre>{@code
 * @Component
 * class AdministeredPipelines implements Pipelines {
 *
 *     private final PresentSettings<PipelineDefinition> pipelines;
 *
 *     AdministeredPipelines(Settings settings) {
 *         pipelines = settings.keep("pipeline", PipelineEvent.class, PipelineDefinition.class, event -> switch (event) {
 *             case PipelineEvent.Defined defined -> defined.definition();
 *             case PipelineEvent.Removed _ -> null;
 *         });
 *     }
 * }
 * }</pre>
 * Commands read {@link io.rapport.customer.application.settings.PresentSettings#all()} (at most a second old), GET
 * requests {@link io.rapport.customer.application.settings.PresentSettings#stored(String)} (never old). Paths and
 * answers: {@code api.settings}.
 */
package io.rapport.customer.application.settings;
