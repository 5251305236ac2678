/** What an event says, in the words of the reader's language: for logs, differences and histories. */
import type { Value } from '../model/attribute.ts';
import type { Event, Evidence } from '../model/events.ts';
import { referred, titleOf } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Words } from '../words/en.ts';

/** What a unit is called; its id where there is none of that id. */
export const unitName = (
  ledger: Ledger,
  words: Words,
  id: string | undefined,
): string | undefined => {
  const unit = id === undefined ? undefined : referred(ledger, 'unit', id);
  return unit ? titleOf(unit, words.language) : id;
};

/** What a piece of evidence is, in one line. */
export const evidenceText = ({ document, url, file, note }: Evidence): string =>
  [document ?? url ?? file ?? '', note].filter((part) => part !== undefined).join(' · ');

/** A value of an amendment: criteria by their texts, units by their ids. */
const inWords = (
  { comma, language }: Words,
  value: string | readonly (string | { readonly text: string; readonly text_zh?: string })[],
): string => {
  if (typeof value === 'string') return value;
  const textOf = (each: Exclude<(typeof value)[number], string>) =>
    (language === 'zh' ? each.text_zh : undefined) ?? each.text;
  return value.map((each) => (typeof each === 'string' ? each : textOf(each))).join(comma);
};

/** What an event says beside its name, its day and its unit, part by part. */
export const sayingsOf = (words: Words, event: Event): readonly string[] => {
  const { says } = words.show;
  const carried = event as unknown as { readonly [name: string]: Value | undefined };
  const text = (name: string, say: (given: string) => string = (given) => given) =>
    typeof carried[name] === 'string' ? [say(carried[name])] : [];
  const amended =
    event.event === 'amend'
      ? Object.entries(event.set).map(([name, value]) =>
          words.marks.named(words.facts[name] ?? name, inWords(words, value)),
        )
      : [];
  return [
    ...(event.event === 'report' && event.progress !== undefined
      ? [says.progress(event.progress)]
      : []),
    ...('criteria' in event && event.criteria ? [says.criteria(event.criteria)] : []),
    ...(event.event === 'retract' ? [says.entry(event.entry)] : []),
    ...amended,
    ...text('due', says.due),
    ...text('until', says.until),
    ...text('to', (scope) => says.to(words.value('to', scope))),
    ...text('from', says.from),
    ...text('checked', (how) => says.checked(words.value('checked', how))),
    ...text('result'),
    ...text('note'),
    ...text('reason'),
    ...text('effectiveness'),
    ...text('experience'),
    ...text('conditions'),
    ...text('problems', says.problem),
    ...text('problem', says.problem),
    ...text('next', says.next),
    ...text('document', says.document),
    ...(event.evidence ?? []).map(evidenceText),
  ];
};
