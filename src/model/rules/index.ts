/** The registry of rules: checks that look beyond the shape of one record. */
import type { Finding } from '../diagnostic.ts';
import { moreThanIssued, projectsPerDistrict } from './counts.ts';
import { brokenEvidence, brokenQuotes, documentTexts } from './evidence.ts';
import { duplicateCriteria, duplicateIds, misplacedFiles, misplacedIds } from './ids.ts';
import { redFirst } from './lights.ts';
import { brokenLogs, looseEvents, pilotLogs } from './logs.ts';
import { dueBeforeStart, unknownZone } from './plan.ts';
import { unknownCriteria, unknownReferences } from './references.ts';
import { idleReviewRules } from './reviewing.ts';
import type { Checked, Rule } from './rule.ts';
import { brokenViews } from './views.ts';

export { attachedFiles } from './evidence.ts';
export type { Attachment } from './rule.ts';

const rules: readonly Rule[] = [
  duplicateIds,
  duplicateCriteria,
  misplacedIds,
  misplacedFiles,
  unknownReferences,
  unknownCriteria,
  brokenLogs,
  looseEvents,
  pilotLogs,
  brokenEvidence,
  documentTexts,
  brokenQuotes,
  dueBeforeStart,
  unknownZone,
  redFirst,
  brokenViews,
  idleReviewRules,
  moreThanIssued,
  projectsPerDistrict,
];

/** All findings of all rules. */
export const checkRules = (checked: Checked): readonly Finding[] =>
  rules.flatMap((rule) => rule(checked));
