/**
 * The language server that editors of YAML run, spoken to as an editor does. It is told its settings by the test and
 * downloads nothing.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the server finds wrong with a text. */
interface Found {
  readonly message: string;
  /** From 0. */
  readonly line: number;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What is offered at a place: its label, what is inserted, and what is said of it. */
export interface Offer {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
}

export interface Server {
  /** What is wrong with a file of the workspace; with a text, as if that stood in it. */
  readonly check: (file: string, text?: string) => Promise<readonly Found[]>;
  /** What is offered where `|` stands in a text; the bar itself is not there. */
  readonly complete: (file: string, text: string) => Promise<readonly Offer[]>;
  /** What is said of what stands behind `|`. */
  readonly hover: (file: string, text: string) => Promise<string>;
  readonly end: () => Promise<void>;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Messages as the protocol frames them, both ways. */
const conversation = (child: ChildProcess, hear: (message: Message) => void) => {
  let left: Buffer = Buffer.alloc(0);
  child.stdout?.on('data', (bytes: Buffer) => {
    left = Buffer.concat([left, bytes]);
    for (;;) {
      const end = left.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(left.subarray(0, end).toString())?.[1]);
      if (left.length < end + 4 + length) return;
      const body = left.subarray(end + 4, end + 4 + length).toString();
      left = left.subarray(end + 4 + length);
      hear(JSON.parse(body));
    }
  });
  return (message: Message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
};

const require = createRequire(import.meta.url);
const program = require.resolve('yaml-language-server/bin/yaml-language-server');

/** A text with its bar taken out, and where that stood. */
const atBar = (text: string): { readonly text: string; readonly position: Position } => {
  const [before = '', ...rest] = text.split('|');
  const lines = before.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text: [before, rest.join('|')].join(''), position };
};

/** The address of a file, as Visual Studio Code writes it. */
const addressOf = (path: string): string => {
  const encode = (part: string) =>
    encodeURIComponent(part).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const { pathname } = pathToFileURL(path);
  return `file://${pathname.split('/').map(decodeURIComponent).map(encode).join('/')}`;
};

/** Starts a server on a folder, with settings as they stand in an editor's file, such as `yaml.schemas`. */
export const startServer = async (
  workspace: string,
  settings: { readonly [key: string]: unknown },
): Promise<Server> => {
  const child = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Nobody's proxy and nobody's home: where it asked for something, it would not get it.
    env: { PATH: process.env['PATH'], HTTPS_PROXY: 'http://127.0.0.1:9' },
  });
  const yaml: Record<string, unknown> = { schemaStore: { enable: false }, completion: true };
  for (const [key, value] of Object.entries(settings)) {
    const name = /^yaml\.(\w+)$/.exec(key)?.[1];
    if (name !== undefined) yaml[name] = value;
  }
  const answers = new Map<number, (message: Message) => void>();
  const findings = new Map<string, (found: readonly Found[]) => void>();
  const send = conversation(child, (message) => {
    const { id, method, params } = message;
    if (method === undefined) return answers.get(Number(id))?.(message);
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as {
        readonly uri: string;
        readonly diagnostics: readonly {
          readonly message: string;
          readonly range: { readonly start: Position };
        }[];
      };
      findings.get(uri)?.(
        diagnostics.map(({ message: said, range }) => ({ message: said, line: range.start.line })),
      );
      return;
    }
    if (id === undefined) return;
    if (method === 'workspace/configuration') {
      const { items } = params as { readonly items: readonly { readonly section: string }[] };
      send({ id, result: items.map(({ section }) => (section === 'yaml' ? yaml : null)) });
      return;
    }
    send({ id, result: null });
  });
  let count = 0;
  const ask = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      answers.set(count, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      );
      send({ id: count, method, params });
    });
  const folder = { uri: addressOf(workspace), name: 'workspace' };
  const uriOf = (file: string) => addressOf(join(workspace, file));
  await ask('initialize', {
    processId: null,
    rootUri: folder.uri,
    rootPath: workspace,
    workspaceFolders: [folder],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: {
          completionItem: { snippetSupport: true, documentationFormat: ['plaintext'] },
        },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: {} } });

  let version = 0;
  /** What is found next in a file once the server was told something of it. */
  const findingAfter = (
    uri: string,
    method: string,
    textDocument: object,
  ): Promise<readonly Found[]> =>
    new Promise((resolve) => {
      findings.set(uri, resolve);
      send({ method, params: { textDocument: { uri, ...textDocument } } });
    });
  const open = (file: string, text: string): Promise<readonly Found[]> => {
    version += 1;
    return findingAfter(uriOf(file), 'textDocument/didOpen', {
      languageId: 'yaml',
      version,
      text,
    });
  };
  /** A file that is closed has nothing wrong with it: the server says so, and is waited for. */
  const close = (file: string) => findingAfter(uriOf(file), 'textDocument/didClose', {});
  const askAt = async (method: string, file: string, marked: string): Promise<unknown> => {
    const { text, position } = atBar(marked);
    await open(file, text);
    const answer = await ask(method, { textDocument: { uri: uriOf(file) }, position });
    await close(file);
    return answer;
  };
  return {
    check: async (file, text = readFileSync(join(workspace, file), 'utf8')) => {
      const found = await open(file, text);
      await close(file);
      return found;
    },
    complete: async (file, text) => {
      const answer = await askAt('textDocument/completion', file, text);
      return (answer as { readonly items: readonly Offer[] } | null)?.items ?? [];
    },
    hover: async (file, text) => {
      const answer = await askAt('textDocument/hover', file, text);
      return (
        (answer as { readonly contents: { readonly value: string } } | null)?.contents.value ?? ''
      );
    },
    end: async () => {
      await ask('shutdown', undefined);
      send({ method: 'exit' });
    },
  };
};
