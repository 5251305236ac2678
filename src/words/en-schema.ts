/** English words for the list of schemas, and for what is written for editors. */
import { type EventName, events } from '../model/events.ts';

export const schema = {
  name: 'SCHEMA',
  of: 'DESCRIBES',
  editors:
    'For editors that check and complete the files of a ledger while they are typed: reform schema --write',

  /** What an event is. */
  event: (event: EventName): string => events[event].doc,
  /** What an event carries under a key; undefined where its description says it in this language. */
  carried: (_event: EventName, _path: readonly string[]): string | undefined => undefined,
  whichEvent: 'what happened',
  /** The list of records in a file that keeps those of one kind for one other record. */
  its: 'its records',
  ownKey: "a key of the office's own, as the file has it",

  wrote: (files: readonly string[], ledgers: readonly string[]) =>
    `Wrote ${files.length === 1 ? files[0] : `${files.length} files, the last of them ${files.at(-1)}`} for ${ledgers.join(', ')}.`,
  would: (file: string, bytes: number) => `Would write ${file} (${bytes} bytes)`,
  commit: 'Commit them, and everybody who opens the folder has them.',
  extension: 'Visual Studio Code needs the extension redhat.vscode-yaml for it.',

  dryWhat: () => ({
    message: '-n shows what --write would write: reform schema --write -n',
    hint: undefined,
  }),
  inTheWay: (path: string) => ({
    message: `${path} is a link, or no plain file or folder; nothing is written through it`,
    hint: 'put a plain one in its place, or take it away, and try again',
  }),
  notSettings: (path: string) => ({
    message: `${path} cannot be added to safely; nothing was written`,
    hint: 'it has to be an object of settings, each key once, as Visual Studio Code reads it',
  }),
};
