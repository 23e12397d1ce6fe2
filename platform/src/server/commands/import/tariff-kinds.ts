/** The tariffs that can be imported: of the United States in two forms, and of the United Kingdom with preferences and seasons. */
import { tariffLineTable } from '../../reference/tables.ts';
import { cell, hasColumns, oneLine, refuse, type Cells, type FileKind, type Opening } from './file-kind.ts'; // prettier-ignore
import { readDuties } from './read-duties.ts';
import { codeRefusal, shortened, tariffCode, tariffRow, usDuties } from './tariff-row.ts'; // prettier-ignore
import { usExport } from './us-tariff-export.ts';

/** What amounts without a currency of their own are in. */
const DOLLARS = 'USD';
const POUNDS = 'GBP';

const US_RATE_LINES = ['hts', 'description_path', 'units', 'general_rate', 'special_rate', 'column2_rate', 'additional_duties'] as const; // prettier-ignore

const usRateLines: FileKind = {
  verb: 'tariff',
  what: 'Harmonized Tariff Schedule of the United States, one row per line with a rate',
  header: US_RATE_LINES.join(','),
  recognises: hasColumns(...US_RATE_LINES),
  open: ({ on }) => ({
    publication: 'us-hts',
    table: tariffLineTable,
    manner: 'snapshot',
    takes: US_RATE_LINES,
    read: (cells) => {
      const code = tariffCode(cell(cells, 'hts'));
      if (code === undefined) return codeRefusal('hts', cell(cells, 'hts'));
      const duties = usDuties(cell(cells, 'general_rate'), cell(cells, 'special_rate'), [
        cell(cells, 'column2_rate'),
        cell(cells, 'additional_duties'),
      ]);
      const title = oneLine(cell(cells, 'description_path'));
      const row = tariffRow('us-hts', on, { code, title, units: cell(cells, 'units'), duties });
      return { rows: [row], ...readDuties(duties, DOLLARS) };
    },
  }),
};

const UK_SCHEDULE = ['Full commodity code', 'PLS', 'Duty', 'Description'] as const;

const ukSchedule: FileKind = {
  verb: 'tariff',
  what: 'tariff schedule of the United Kingdom: the full nomenclature, with the duty beside each line that has one',
  header: UK_SCHEDULE.join(','),
  recognises: hasColumns(...UK_SCHEDULE),
  open: ({ on }) => ({
    publication: 'gb-tariff',
    table: tariffLineTable,
    manner: 'snapshot',
    takes: UK_SCHEDULE,
    read: (cells) => {
      const written = cell(cells, 'Full commodity code');
      const code = tariffCode(written);
      if (code === undefined) return codeRefusal('Full commodity code', written);
      const duties = { general: cell(cells, 'Duty') };
      if (duties.general === '') return { rows: [], kinds: ['line-without-duty'] };
      const title = oneLine(cell(cells, 'Description'));
      const line = { code: shortened(code, 8), title, units: '', duties };
      return { rows: [tariffRow('gb-tariff', on, line)], ...readDuties(duties, POUNDS) };
    },
  }),
}; // prettier-ignore

const UK_PREFERENCES = ['cn8', 'description', 'gsp_general', 'general_country_exclusions', 'gsp_enhanced', 'gsp_ldc'] as const; // prettier-ignore

const ukPreferences: FileKind = {
  verb: 'tariff',
  what: 'generalised preferences of the United Kingdom',
  header: UK_PREFERENCES.join(','),
  recognises: hasColumns(...UK_PREFERENCES),
  open: ({ on }) => ({
    publication: 'gb-gsp',
    table: tariffLineTable,
    manner: 'snapshot',
    takes: UK_PREFERENCES,
    read: (cells) => {
      const code = tariffCode(cell(cells, 'cn8'));
      if (code === undefined) return codeRefusal('cn8', cell(cells, 'cn8'));
      const duties = {
        'gsp-general': cell(cells, 'gsp_general'),
        'gsp-enhanced': cell(cells, 'gsp_enhanced'),
        'gsp-least-developed': cell(cells, 'gsp_ldc'),
      };
      // Countries to which the general preference does not apply tell this line from one for all.
      const except = cell(cells, 'general_country_exclusions');
      const variant = except === '' ? '' : `not ${except}`;
      const line = { code, variant, title: oneLine(cell(cells, 'description')), units: '', duties };
      return { rows: [tariffRow('gb-gsp', on, line)], ...readDuties(duties, POUNDS) };
    },
  }),
};

const UK_SEASONS = ['geographical_area_id', 'goods_nomenclature_item_id', 'measure_type_id', 'from', 'to', 'duty'] as const; // prettier-ignore
const DAY_AND_MONTH = /^([0-9]{1,2})\/([0-9]{1,2})$/;
const twoDigits = (text: string): string =>
  text.replace(DAY_AND_MONTH, (_all, day: string, month: string) => `${day.padStart(2, '0')}/${month.padStart(2, '0')}`); // prettier-ignore

const ukSeasons: FileKind = {
  verb: 'tariff',
  what: 'seasonal preferences of the United Kingdom: a duty from one day of each year to another',
  header: UK_SEASONS.join(','),
  recognises: hasColumns(...UK_SEASONS),
  open: ({ on }) => ({
    publication: 'gb-seasons',
    table: tariffLineTable,
    manner: 'snapshot',
    takes: UK_SEASONS,
    read: (cells) => readSeason(cells, on),
  }),
};

function readSeason(cells: Cells, on: Opening['on']) {
  const written = cell(cells, 'goods_nomenclature_item_id');
  const code = tariffCode(written);
  if (code === undefined) return codeRefusal('goods_nomenclature_item_id', written);
  const [from, to] = [twoDigits(cell(cells, 'from')), twoDigits(cell(cells, 'to'))];
  for (const [column, day] of [['from', from], ['to', to]] as const)
    if (!DAY_AND_MONTH.test(day))
      return refuse(column, day, ['this is no day of a season', 'write day and month, such as 15/05']);
  const duties = { preference: cell(cells, 'duty') };
  // Both days belong to the season; it comes back each year.
  const variant = `${cell(cells, 'geographical_area_id')} ${cell(cells, 'measure_type_id')} ${from}-${to}`;
  const line = { code: shortened(code, 8), variant, title: '', units: '', duties };
  return { rows: [tariffRow('gb-seasons', on, line)], ...readDuties(duties, POUNDS) };
} // prettier-ignore

export const TARIFF_KINDS: readonly FileKind[] = [
  usRateLines,
  usExport,
  ukSchedule,
  ukPreferences,
  ukSeasons,
];
