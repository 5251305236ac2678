/** The answers of `list` and `show`: records of every kind, as the registry of kinds describes them. */
import { criterionAttributes, eventNames, evidenceAttributes } from '../../model/events.ts';
import { factNamesAlong } from '../../model/facts.ts';
import {
  closed,
  completedSchema,
  definition,
  described,
  eventSchema,
  factSchemas,
  factSchemasAlong,
  listOf,
  oneOf,
  orNull,
  type Properties,
  type Schema,
} from '../../model/json-schema.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { missingNames } from '../../model/missing.ts';
import type { AnswerName } from './names.ts';
import {
  among,
  answer,
  basis,
  count,
  day,
  ids,
  kindWord,
  lightReason,
  list,
  maybe,
  part,
  query,
  text,
  where,
  word,
} from './parts.ts';

const items: readonly KindName[] = ['measure', 'project'];
const isItem = (kind: KindName): boolean => items.includes(kind);

const recordOf = (kind: KindName): Properties => ({
  record: { const: kind, description: 'what kind of record it is' },
});

const lightReasons: Schema = list(
  'why it shows its light, the worst reason first',
  definition('light-reason'),
);

/** Keys that an option adds. */
const said = (kind: KindName): Properties => ({
  missing: list(
    'with --missing: what an office should ask for',
    word('an attribute', missingNames),
  ),
  ...(isItem(kind) && {
    light_reasons: described('with --explain: why it shows its light', lightReasons),
  }),
});

const listed = (kind: KindName): Schema => {
  const more = said(kind);
  return closed(
    { ...recordOf(kind), ...factSchemas(kind), ...more },
    { optional: Object.keys(more) },
  );
};

/** Names that are facts of the kinds that a kind is listed with, and not of the kind itself. */
const ofOthers = (kind: KindName): Properties => {
  if (!isItem(kind)) return {};
  const own = new Set(factNamesAlong(kind));
  const others = items.flatMap(factNamesAlong).filter((name) => !own.has(name));
  return Object.fromEntries(
    others.map((name) => [name, { type: 'null', description: `no ${kind} has it` }]),
  );
};

/** Facts that the whole record has as well are described there. */
const chosen = (kind: KindName): Schema => {
  const own = Object.keys({ ...factSchemas(kind), ...said(kind) }).map((name) => [
    name,
    definition(`${kind}/properties/${name}`),
  ]);
  const columns = { ...factSchemasAlong(kind), ...ofOthers(kind), ...Object.fromEntries(own) };
  return closed({ ...recordOf(kind), ...columns }, { optional: Object.keys(columns) });
};

const forEach = (of: (kind: KindName) => Schema, name: (kind: KindName) => string): Properties =>
  Object.fromEntries(kindNames.map((kind) => [name(kind), of(kind)]));

const names = (name: (kind: KindName) => string): Schema =>
  listOf(oneOf(kindNames.map((kind) => definition(name(kind)))));

const ofKind = (kind: KindName) => kind as string;
const ofColumns = (kind: KindName) => `${kind}-columns`;

const listSchema = answer(
  'list',
  'Records of some kinds that a query asks for, each with all its facts; with --columns only with these.',
  {
    ...basis,
    kinds: list('the kinds that were looked through', kindWord('a kind')),
    query,
    columns: maybe(ids('the facts asked for with --columns; null where all are given')),
    group_by: maybe(text('the column of --group-by; the records stand in its order')),
    count: count('how many records fit; --limit may give fewer of them'),
    items: { type: 'array', description: 'the records, in the order asked for' },
  },
  {
    definitions: {
      ...forEach(listed, ofKind),
      ...forEach(chosen, ofColumns),
      'light-reason': lightReason,
    },
    rules: {
      oneOf: [
        where({ columns: { type: 'null' }, items: names(ofKind) }),
        where({ columns: { type: 'array' }, items: names(ofColumns) }),
      ],
    },
  },
);

const plurals = kindNames.map((kind) => kindOf(kind).plural);
const related: Schema = among(
  'ids by kind; a kind of which there are none is left out',
  plurals,
  ids('their ids'),
);

const criterion = completedSchema(criterionAttributes, {
  met: maybe(day('the day it was met, as claimed')),
});

const shown = (kind: KindName): Schema => {
  const hasLog = Object.values(kindOf(kind).attributes).some(({ type }) => type.is === 'log');
  return closed({
    ...recordOf(kind),
    ...factSchemas(kind),
    file: text("the file it stands in, within the ledger's folder"),
    contains: part('the records inside it, by kind', 'related'),
    referred_by: part('the records that refer to it, by kind', 'related'),
    ...(isItem(kind) && {
      light_reasons: lightReasons,
      criteria: list(
        'its criteria, amendments included, by their letters',
        definition('criterion-of-item'),
      ),
      evidence: list('what proves the claim that stands', definition('evidence')),
      claim: described('the claim that stands', orNull(definition('done'))),
      verification: described('the verification that stands', orNull(definition('verify'))),
    }),
    ...(hasLog && { log: list('its log, later events included', definition('event')) }),
  });
};

const showSchema = answer(
  'show',
  'All that is known of some records, in the order in which they were named.',
  { ...basis, items: { ...names(ofKind), description: 'the records' } },
  {
    definitions: {
      ...forEach(shown, ofKind),
      'criterion-of-item': criterion,
      evidence: completedSchema(evidenceAttributes),
      event: oneOf(eventNames.map(definition)),
      ...Object.fromEntries(eventNames.map((name) => [name, eventSchema(name)])),
      related,
      'light-reason': lightReason,
    },
  },
);

const querySchema = answer('query', 'How a query is understood.', {
  kinds: list('the kinds it would look through', kindWord('a kind')),
  query,
});

export const records = {
  list: listSchema,
  query: querySchema,
  show: showSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
