/** What is recorded agrees with what the issued document says it holds. */
import { endOfTime } from '../dates.ts';
import { issuedTotals, recordedTotals, totalNames } from '../totals.ts';
import { finalStanding } from '../view.ts';
import { found, type Rule } from './rule.ts';

/** No more stands on the list than the issued document says; less is no fault. */
export const moreThanIssued: Rule = ({ ledger, unread }) => {
  const [about] = ledger.entries.ledger;
  if (!about || unread.size > 0) return [];
  const issued = issuedTotals(ledger.about, endOfTime);
  const recorded = recordedTotals({ ledger, standing: (item) => finalStanding(ledger, item) });
  return totalNames.flatMap((what) => {
    const most = issued[what];
    const listed = recorded[what].listed - recorded[what].withdrawn;
    if (most === undefined || listed <= most) return [];
    const params = { what, issued: most, recorded: listed };
    return [found(about, ['issued', what], { code: 'count/more-than-issued', params })];
  });
};

/**
 * Each district has as many selected projects as the issuer's rule says, once it has any selected
 * at all.
 */
export const projectsPerDistrict: Rule = ({ ledger, unread, owners }) => {
  const rule = ledger.about.rules?.projects_per_district;
  const isUnsure =
    unread.has('ledger') ||
    unread.has('district') ||
    unread.has('project') ||
    // A file of projects that names no district would be missing from one of them.
    owners.some(({ by, id }) => by === 'district' && !ledger.byId.district.has(id));
  if (rule === undefined || isUnsure) return [];
  return ledger.entries.district.flatMap((district) => {
    const selected = ledger.entries.project
      .filter((project) => project.data.district === district.id)
      .map((project) => finalStanding(ledger, project))
      .filter((standing) => standing.selected);
    const live = selected.filter(({ status }) => status !== 'withdrawn');
    // A withdrawn project stays on the list: it fills its place unless another was selected for it.
    if (selected.length >= rule && live.length <= rule) return [];
    const isDraft = ledger.about.state === 'draft' && selected.length < rule;
    if (isDraft) return [];
    const params = { district: district.id, rule, selected: live.length };
    return [found(district, ['id'], { code: 'count/projects-per-district', params })];
  });
};
