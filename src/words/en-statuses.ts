/** What statuses are called, in tables and in sentences. */
import type { Status } from '../model/events.ts';

export const statuses: { readonly [S in Status]: string } = {
  declared: 'declared',
  listed: 'listed',
  planned: 'planned',
  'in-progress': 'in progress',
  blocked: 'blocked',
  done: 'done (claimed)',
  verified: 'verified',
  withdrawn: 'withdrawn',
};
