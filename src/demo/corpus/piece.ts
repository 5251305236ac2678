/** The forms in which the pieces of the made-up year are kept: short rows, in both languages. */

/** How a measure is carried out; criteria, deliverables and notes follow from it. */
export type Form = 'rules' | 'plan' | 'system' | 'service' | 'works' | 'pilot' | 'mechanism';

/** The same words in English and in Chinese. */
export type Both = readonly [en: string, zh: string];

/** A measure: its form, the units that lead it, and its titles. */
type MeasurePiece = readonly [form: Form, lead: string, en: string, zh: string];

/** A task of a field with its measures. */
export interface TaskPiece {
  readonly field: string;
  readonly title: Both;
  readonly themes?: readonly ('digital' | 'green' | 'international')[];
  /** The arrangements it carries out. */
  readonly implements: readonly string[];
  readonly leads?: string;
  readonly pilot?: string;
  readonly from?: string;
  readonly measures: readonly MeasurePiece[];
}

/** A district's project: its form, the units that lead it with the district, its field and titles. */
export type ProjectPiece = readonly [
  form: Form,
  lead: string,
  field: string,
  en: string,
  zh: string,
];
