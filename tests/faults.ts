/**
 * A file system that fails on demand. `faulty` wraps every function of `node:fs`, so that the program
 * needs no hooks for its tests; nothing is counted and nothing fails outside `withFault`.
 */
import type * as Fs from 'node:fs';

// The test files mock the module, and this one must not get the mock.
const fs = process.getBuiltinModule('node:fs');

/** One call of a function of `node:fs`. */
interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly isMutation: boolean;
}

/** What goes wrong, from one call on or at that call only. */
export type Mode =
  /** The process dies before the call, or after it. */
  | 'killed before'
  | 'killed after'
  /** Half of the bytes are written and the process dies. */
  | 'torn write'
  /** The system takes fewer bytes than it was given, which is no error. */
  | 'short write'
  | 'EIO'
  | 'ENOSPC'
  | 'EACCES'
  /** The same, where nothing is being changed. */
  | 'EIO while reading'
  | 'EACCES while reading'
  /** The disk is full from then on. */
  | 'full'
  /** The system lets nobody write any more from then on. */
  | 'read-only';

export const modes = [
  'killed before',
  'killed after',
  'torn write',
  'short write',
  'EIO',
  'ENOSPC',
  'EACCES',
  'EIO while reading',
  'EACCES while reading',
  'full',
  'read-only',
] as const satisfies readonly Mode[];

export const isDeath = (mode: Mode): boolean =>
  ['killed before', 'killed after', 'torn write'].includes(mode);

const mutations = new Set([
  'appendFileSync',
  'chmodSync',
  'chownSync',
  'copyFileSync',
  'cpSync',
  'fchmodSync',
  'fchownSync',
  'fdatasyncSync',
  'fsyncSync',
  'ftruncateSync',
  'linkSync',
  'lutimesSync',
  'mkdirSync',
  'mkdtempSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'symlinkSync',
  'truncateSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
  'writeSync',
  'writevSync',
]);

/** What needs room on the disk. */
const needsRoom = new Set([
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'writeFileSync',
  'writeSync',
]);

/** What names a file, so that the system may refuse it. */
const isByPath = ({ args }: Call): boolean => typeof args[0] === 'string';
const isWrite = ({ name }: Call): boolean => name === 'writeSync' || name === 'writeFileSync';

/** Whether a mode can befall a call: between two changes of the disk a death is the same anywhere. */
const befalls: { readonly [M in Mode]: (call: Call) => boolean } = {
  'killed before': ({ isMutation }) => isMutation,
  'killed after': ({ isMutation }) => isMutation,
  'torn write': isWrite,
  'short write': ({ name, args }) => name === 'writeSync' && (args[1] as Uint8Array).length > 1,
  EIO: ({ isMutation }) => isMutation,
  ENOSPC: (call) => call.isMutation && needsRoom.has(call.name),
  EACCES: (call) => call.isMutation && isByPath(call),
  'EIO while reading': ({ isMutation }) => !isMutation,
  'EACCES while reading': (call) => !call.isMutation && isByPath(call),
  full: (call) => call.isMutation && needsRoom.has(call.name),
  'read-only': (call) => call.isMutation && isByPath(call),
};

const lasting: { readonly [M in Mode]?: string } = { full: 'ENOSPC', 'read-only': 'EROFS' };

interface Armed {
  readonly mode: Mode | undefined;
  /** The call that fails, counting those only that the mode can befall. */
  readonly at: number;
  seen: number;
  struck: Call | undefined;
}

let armed: Armed | undefined;

const refusal = (code: string, { name, args }: Call): Error =>
  Object.assign(new Error(`${code}: injected, ${name}`), {
    code,
    syscall: name.replace(/Sync$/, ''),
    ...(typeof args[0] === 'string' && { path: args[0] }),
  });

/** Node itself answers no where the system gives an error. */
const fail = (code: string, call: Call): unknown => {
  if (call.name === 'existsSync') return false;
  throw refusal(code, call);
};

type Real = (...args: readonly unknown[]) => unknown;

const tear = (real: Real, { name, args }: Call): void => {
  const [to, bytes, offset = 0, length] = args as [unknown, string | Uint8Array, number, number];
  const half = Math.floor((name === 'writeSync' && length ? length : bytes.length) / 2);
  const part = Buffer.from(bytes as Uint8Array).subarray(offset, offset + half);
  if (name === 'writeSync') real(to, part, 0, part.length);
  else real(to, part, ...args.slice(2));
};

const strike = (mode: Mode, real: Real, call: Call): unknown => {
  switch (mode) {
    case 'killed before':
      throw refusal('EDEAD', call);
    case 'killed after':
      real(...call.args);
      throw refusal('EDEAD', call);
    case 'torn write':
      tear(real, call);
      throw refusal('EDEAD', call);
    case 'short write': {
      const [to, bytes, offset, length] = call.args as [number, Uint8Array, number, number];
      return real(to, bytes, offset, Math.ceil((length ?? bytes.length) / 2));
    }
    case 'full':
    case 'read-only':
      return fail(lasting[mode] ?? '', call);
    default: {
      // A descriptor is given back even where closing it fails.
      if (call.name === 'closeSync') real(...call.args);
      return fail(mode.split(' ')[0] ?? '', call);
    }
  }
};

const wrap =
  (name: string, real: Real): Real =>
  (...args) => {
    if (!armed) return real(...args);
    const isWriting = name === 'openSync' && /[wa+]/.test(String(args[1] ?? 'r'));
    const call: Call = { name, args, isMutation: isWriting || mutations.has(name) };
    const { mode, struck } = armed;
    if (mode && struck && isDeath(mode)) {
      // A dead process does nothing more, but the system closes its files.
      if (name === 'closeSync') real(...args);
      throw refusal('EDEAD', call);
    }
    const code = mode && lasting[mode];
    if (mode && struck && code) return befalls[mode](call) ? fail(code, call) : real(...args);
    if (struck || (mode && !befalls[mode](call))) return real(...args);
    armed.seen += 1;
    if (!mode || armed.seen !== armed.at) return real(...args);
    armed.struck = call;
    return strike(mode, real, call);
  };

/** `node:fs` with all its functions wrapped, for `vi.mock`. */
export const faulty = (): typeof Fs => {
  const wrapped: Record<string, unknown> = { ...fs };
  for (const [name, value] of Object.entries(fs)) {
    if (!name.endsWith('Sync') || typeof value !== 'function') continue;
    const each = wrap(name, value as Real);
    const { native } = value as { native?: Real };
    wrapped[name] = native ? Object.assign(each, { native: wrap(name, native) }) : each;
  }
  return { ...wrapped, default: wrapped } as unknown as typeof Fs;
};

export interface Struck<T> {
  readonly result: T;
  /** What was struck, with its path; undefined where there were not so many calls. */
  readonly call: string | undefined;
  /** How many calls there were that could have been struck. */
  readonly seen: number;
}

/** Does something with one fault in it; without a mode it only counts. */
export const withFault = async <T>(
  mode: Mode | undefined,
  at: number,
  work: () => Promise<T>,
): Promise<Struck<T>> => {
  const own: Armed = { mode, at, seen: 0, struck: undefined };
  armed = own;
  try {
    const result = await work();
    const call = own.struck && `${own.struck.name} ${String(own.struck.args[0])}`;
    return { result, call, seen: own.seen };
  } finally {
    armed = undefined;
  }
};
