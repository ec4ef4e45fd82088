import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { label, type Language } from '../api/formats';
import { isHidden, useMe } from '../api/me';
import { useCustomFields, usePipelines, useTeams, useUsers, useValueLists } from '../api/settings';
import type { CustomField, ListValue, RecordKind } from '../api/types';
import type { Field, FieldType, KindDescription } from './kind';

const TYPES: Record<CustomField['type'], FieldType> = {
  text: 'text', number: 'number', date: 'date', boolean: 'boolean', choice: 'choice', choices: 'texts', link: 'website',
};

/** A field that an administrator added, as lists and forms see it. */
export function customField(custom: CustomField): Field {
  return {
    name: `custom.${custom.key}`,
    type: TYPES[custom.type],
    group: 'custom',
    label: custom.label,
    writable: !custom.deprecated,
    required: custom.required && !custom.deprecated,
    sortable: custom.type !== 'choices',
    counted: custom.type !== 'number' && custom.type !== 'date',
    width: 140,
    values: custom.options ? { options: custom.options } : undefined,
  };
}

/** The fields of a kind, those that administrators added among them, without those that the role never sees. */
export function useFields(description: KindDescription): readonly Field[] {
  const me = useMe();
  const custom = useCustomFields(description.kind);
  return useMemo(() => [...description.fields, ...(custom ?? []).map(customField)]
    .filter((field) => !isHidden(me, description.kind, field.name)), [description, custom, me]);
}

/** What a field is called. */
export function useFieldLabel(kind: RecordKind): (field: Field) => string {
  const { t, i18n } = useTranslation('record');
  return useMemo(() => (field: Field) => field.label
    ? label(field.label, i18n.language as Language, field.name)
    : (t as (key: string) => string)(`fields.${kind}.${field.name.replaceAll('.', '_')}`), [t, i18n.language, kind]);
}

export interface Choice {
  code: string;
  label: string;
  /** No longer offered; records that hold it keep it. */
  retired: boolean;
}

/** The values of a field that has some to choose from, by field; undefined where any may stand. */
export function useChoices(): (field: Field) => readonly Choice[] | undefined {
  const { t, i18n } = useTranslation('record');
  const language = i18n.language as Language;
  const lists = useValueLists();
  const pipelines = usePipelines();
  const users = useUsers();
  const teams = useTeams();
  return useMemo(() => {
    const made = new Map<Field, readonly Choice[] | undefined>();
    const named = (values: readonly ListValue[]): Choice[] => values.map((value) =>
      ({ code: value.code, label: label(value.label, language, value.code), retired: value.retired }));
    const choices = (field: Field): readonly Choice[] | undefined => {
      if (field.type === 'user') {
        return users?.map((user) => ({ code: user.name, label: user.displayName ?? user.name, retired: !user.active }));
      }
      if (field.type === 'team') {
        return teams?.map((team) => ({ code: team.path, label: label(team.label, language, team.path), retired: !team.active }));
      }
      const { values } = field;
      if (!values) return undefined;
      if ('options' in values) return named(values.options);
      if ('list' in values) return named(lists?.find((list) => list.list === values.list)?.entries ?? []);
      if ('codes' in values) {
        return values.of.map((code) => ({
          code, label: (t as (key: string) => string)(`codes.${values.codes}.${code}`), retired: false,
        }));
      }
      if ('stages' in values) {
        const stages = (pipelines ?? []).flatMap((pipeline) => pipeline.stages);
        return named(stages.filter((stage, at) => stages.findIndex((other) => other.key === stage.key) === at)
          .map((stage) => ({ code: stage.key, label: stage.label, retired: stage.retired })));
      }
      return named((pipelines ?? []).map((pipeline) => ({ code: pipeline.key, label: pipeline.label, retired: false })));
    };
    return (field: Field) => {
      if (!made.has(field)) made.set(field, choices(field));
      return made.get(field);
    };
  }, [lists, pipelines, users, teams, language, t]);
}

/** Whether texts that are not among the choices may stand too. */
export function useIsOpen(): (field: Field) => boolean {
  const lists = useValueLists();
  return useMemo(() => (field: Field) => {
    const { values } = field;
    if (field.type === 'user' || field.type === 'team') return false;
    if (!values) return true;
    return 'list' in values && (lists?.find((list) => list.list === values.list)?.open ?? false);
  }, [lists]);
}
