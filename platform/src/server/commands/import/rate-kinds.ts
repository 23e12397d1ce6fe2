/** The rates that can be imported: exchange rates of two central banks, and standard rates of value-added tax. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readDay, writeDay, type Day } from '../../../domain/kernel/day.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { codeListEntryTable, exchangeRateTable } from '../../reference/tables.ts';
import { cell, hasColumns, refuse, type Doubt, type FileKind } from './file-kind.ts';

const CURRENCY = /^[A-Z]{3}$/;
const DECIMAL = /^[0-9]{1,12}(?:\.[0-9]{1,12})?$/;

const amountWrong = (column: string, text: string) =>
  refuse(column, text, ['this is no rate', 'write a plain decimal such as 1.0874']);
const dayWrong = (column: string, text: string) =>
  refuse(column, text, ['this is no day', 'write it as 2024-03-06']);

/**
 * The European Central Bank publishes in the afternoon: a rate is used from the next day on, so that no event has a rate that was not
 * there yet, and only while it is young.
 */
const EUROPEAN = 'ecb';

const european: FileKind = {
  verb: 'rates',
  what: 'reference rates of the European Central Bank: units of each currency for one euro, by day',
  header: 'date,USD,JPY,… (one column a currency)',
  recognises: ([first, ...currencies]) =>
    first?.toLowerCase() === 'date' &&
    currencies.length > 0 &&
    currencies.every((name) => name === '' || CURRENCY.test(name)),
  open: ({ header: [first = '', ...columns] }) => {
    const currencies = columns.filter((name) => name !== '');
    return {
      publication: EUROPEAN,
      table: exchangeRateTable,
      manner: 'dated',
      takes: [first, ...currencies],
      read: (cells) => {
        const day = readDay(cell(cells, first));
        if (day === null) return dayWrong(first, cell(cells, first));
        const fromDay = day + 1;
        const untilDay = fromDay + limits.exchangeRateDaysMax;
        const rows = [];
        for (const currency of currencies) {
          const perBase = cell(cells, currency);
          if (perBase === '' || perBase === 'N/A') continue;
          if (!DECIMAL.test(perBase) || Number(perBase) === 0)
            return amountWrong(currency, perBase);
          rows.push({
            publication: EUROPEAN,
            currency,
            fromDay,
            untilDay,
            base: 'EUR',
            perBase,
          });
        }
        return { rows, kinds: rows.map(() => 'daily-rate') };
      },
    };
  },
};

const FEDERAL = 'fed-g5';

/** Names of countries in the publication, with the currency of the figures; without one where it was redenominated. */
const currencies = new Map(
  parse<Readonly<Record<'country' | 'currency', string>>>(
    readFileSync(join(import.meta.dirname, 'federal-reserve-currencies.csv')),
    { columns: true },
  ).map(({ country, currency }) => [country, currency]),
);

/** The average of a month comes out on the first working day of the next, which is never later than the fourth. */
const PUBLISHED_BY = 5;

function averageHolds(month: Day): { readonly fromDay: Day; readonly untilDay: Day } {
  const next = (from: Temporal.PlainDate, months: number): Day =>
    readDay(from.add({ months }).with({ day: PUBLISHED_BY }).toString()) ?? month;
  const first = Temporal.PlainDate.from(writeDay(month));
  return { fromDay: next(first, 1), untilDay: next(first, 2) };
}

const federal: FileKind = {
  verb: 'rates',
  what: 'monthly averages of the Federal Reserve: units of the currency of each country for one US dollar',
  header: 'Date,Country,Exchange rate',
  recognises: hasColumns('Date', 'Country', 'Exchange rate'),
  open: () => ({
    publication: FEDERAL,
    table: exchangeRateTable,
    manner: 'dated',
    takes: ['Date', 'Country', 'Exchange rate'],
    read: (cells) => {
      const month = readDay(cell(cells, 'Date'));
      if (month === null) return dayWrong('Date', cell(cells, 'Date'));
      const country = cell(cells, 'Country');
      const currency = currencies.get(country);
      if (currency === undefined)
        return refuse('Country', country, ['this country is not known here', 'use the names of the publication, such as Japan']);
      const perBase = cell(cells, 'Exchange rate');
      if (perBase === '' || currency === '') return { rows: [], kinds: ['without-rate'], doubts: doubtsOf(country, currency) };
      if (!DECIMAL.test(perBase) || Number(perBase) === 0) return amountWrong('Exchange rate', perBase);
      const row = { publication: FEDERAL, currency, ...averageHolds(month), base: 'USD', perBase };
      return { rows: [row], kinds: ['monthly-average'] };
    },
  }),
}; // prettier-ignore

const doubtsOf = (country: string, currency: string): readonly Doubt[] =>
  currency === ''
    ? [
        {
          column: 'Country',
          text: country,
          reason:
            'its currency was replaced several times, and the publication does not say which one is meant',
        },
      ]
    : [];

const TAXES = ['country', 'region', 'type', 'currency', 'rate'] as const;

const taxRates: FileKind = {
  verb: 'rates',
  what: 'standard rates of value-added and of goods and services tax by country and region',
  header: TAXES.join(','),
  recognises: hasColumns(...TAXES),
  open: ({ on }) => ({
    publication: 'tax-rates',
    table: codeListEntryTable,
    manner: 'snapshot',
    takes: TAXES,
    read: (cells) => {
      const country = cell(cells, 'country');
      if (!/^[A-Z]{2}$/.test(country))
        return refuse('country', country, ['this is no country', 'write its two letters, such as NZ']);
      const rate = cell(cells, 'rate');
      // Below nothing where a region takes part in another tax and not in this one.
      if (!DECIMAL.test(rate.replace(/^-/, ''))) return amountWrong('rate', rate);
      const [variant, name, currency] = [cell(cells, 'region'), cell(cells, 'type'), cell(cells, 'currency')];
      const details = JSON.stringify({ rate, currency });
      const row = { publication: 'tax-rates', code: country, variant, fromDay: on, untilDay: null, name, details };
      return { rows: [row], kinds: [name === '' ? 'no-tax' : name] };
    },
  }),
}; // prettier-ignore

export const RATE_KINDS: readonly FileKind[] = [european, federal, taxRates];
