/** Lists the rooms of the domain in the one order in which they may import each other: leftwards only. */
export const ROOMS = [
  'kernel',
  'tariff',
  'jurisdiction',
  'parties',
  'advance-data',
  'validation',
  'charges',
  'risk',
  'decision',
  'arrival',
  'release',
  'revenue',
  'returns',
  'statistics',
  'desk',
  'outreach',
] as const;
