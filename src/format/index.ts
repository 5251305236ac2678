/** The registry of formats; each renderer is loaded when it is asked for. */
import type { Renderer } from './document.ts';

export const formats: { readonly [name: string]: () => Promise<Renderer> } = {
  table: async () => (await import('./table.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  csv: async () => (await import('./csv.ts')).renderCsv,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
};
