/** Chooses between rows of several readings of the law: the parameters of a pack say which of them hold. */
import type { LawRow, Pack, Parameter } from './pack.ts';

/** The rows without setting, and those whose parameter has their value; all of them where there are no parameters. */
export function settled<Row extends LawRow>(
  rows: readonly Row[],
  parameters: readonly Parameter[],
): readonly Row[] {
  if (!rows.some(({ setting }) => setting !== undefined)) return rows;
  const values = new Map(parameters.map(({ id, value }) => [id, value]));
  return rows.filter(
    ({ setting }) => setting === undefined || values.get(setting.parameter) === setting.value,
  );
}

/** The pack with other values of its parameters, on all days: worked examples show both readings. */
export const withSettings = <Of extends Pick<Pack, 'parameters'>>(
  pack: Of,
  settings: Readonly<Record<string, unknown>>,
): Of => ({
  ...pack,
  parameters: pack.parameters.map((row) => {
    const value = settings[row.id];
    return typeof value === 'string' && row.choices.includes(value) ? { ...row, value } : row;
  }),
});

/** Whether the settings of two rows keep them apart on every day. */
export const areApart = (left: LawRow, right: LawRow): boolean =>
  left.setting !== undefined &&
  left.setting.parameter === right.setting?.parameter &&
  left.setting.value !== right.setting.value;
