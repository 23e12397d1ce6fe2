/** Names each kind of row of law that a pack holds, for whoever must look at all of them. */
import type { LawRow, Pack } from './pack.ts';

/** The rows of each kind, of all times, by the name that coverage prints. */
export const rowKinds = (pack: Pack): Readonly<Record<string, readonly LawRow[]>> => ({
  threshold: pack.thresholds,
  rate: pack.rates,
  'tax-base': pack.taxBases,
  rounding: pack.roundings,
  collector: pack.collectors,
  registration: pack.registrations,
  quota: pack.quotas,
  parameter: pack.parameters,
  dataset: pack.datasets,
  deadline: pack.deadlines,
  prohibition: pack.prohibitions,
  'data-quality': pack.dataQuality,
  return: pack.returns,
  retention: pack.retentions,
  category: pack.categories,
  precedence: pack.precedences,
  selection: pack.selections,
  'risk-rule': pack.riskRules,
});
