/** Numbers of documents as people type them. */

const opening = '〔[［【(（﹝';
const closing = '〕]］】)）﹞';
const year = new RegExp(
  `\\s*[${opening.replace(/[[\]]/g, '\\$&')}]\\s*((?:19|20)\\d\\d)\\s*[${closing.replace(/[[\]]/g, '\\$&')}]\\s*`,
  'gu',
);

/**
 * A document's number with its year in the brackets 〔〕 that GB/T 9704 prescribes, whichever were
 * typed, and without blanks around them: `穗改办[2022] 31号` is `穗改办〔2022〕31号`. Text that has no year
 * in brackets before a number stays as it is.
 */
export const normalDocument = (text: string): string => {
  const trimmed = text.trim();
  const halfWidth = trimmed.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const normal = halfWidth.replace(year, '〔$1〕');
  return /〔\d{4}〕\s*(?:第\s*)?\d+\s*号?/.test(normal) ? normal : trimmed;
};
