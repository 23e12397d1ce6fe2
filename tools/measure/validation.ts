/** Measures what validating a statement and comparing four sources cost: `node tools/measure/validation.ts`. */
import process from 'node:process';
import { factsInUse } from '../../platform/src/domain/advance-data/facts-in-use.ts';
import { crossCheck } from '../../platform/src/domain/validation/cross-check.ts';
import {
  euros,
  itemOf,
  kilograms,
  lawForTests,
  statedOf,
  statementOf,
  validated,
} from '../../platform/test/support/statements.ts';

const ROUNDS = 7;
const RUNS = 40_000;
/** Different texts, so that nothing is measured that a cache of strings did. */
const VARIANTS = 2_000;

const law = lawForTests();
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letterOf = (index: number): string => LETTERS.charAt(index % LETTERS.length);

/** Two items and three parties with nothing wrong. */
const statements = Array.from({ length: VARIANTS }, (_, index) => {
  const stated = statedOf();
  const named = (text: string | undefined): string =>
    `${text ?? ''} ${letterOf(index)}${letterOf(index + 3)}`;
  return {
    ...stated,
    items: stated.items.map((item) => ({ ...item, description: named(item.description) })),
    parties: stated.parties.map((party) => ({ ...party, name: named(party.name) })),
  };
});

const items = [itemOf(), itemOf({ description: 'Leather walking boots, size 38' })];
const sources = [
  statementOf('order', { items }),
  statementOf('payment', { payment: { amount: euros(2_460n) } }),
  statementOf('logistics', { massGross: kilograms(950n) }),
  statementOf('declaration', { items, massGross: kilograms(950n) }),
];
const facts = factsInUse({ scheme: 's10', number: 'RA473124829US' }, sources, []);

/** Microseconds of processor a run in the best round, which a busy machine changes least; the count keeps the work from being optimised away. */
function best(run: (index: number) => number): { microseconds: number; findings: number } {
  let microseconds = Infinity;
  let findings = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.threadCpuUsage();
    for (let index = 0; index < RUNS; index++) findings += run(index);
    const { user, system } = process.threadCpuUsage(started);
    microseconds = Math.min(microseconds, (user + system) / RUNS);
  }
  return { microseconds: Math.round(microseconds * 100) / 100, findings };
}

const fingerprint = (text: string): string => text.slice(0, 16);
const measured = {
  validateStatement: best((index) => {
    const stated = statements[index % VARIANTS];
    return stated === undefined ? 0 : validated(stated, { law, fingerprint }).findings.length;
  }),
  crossCheck: best(() => crossCheck(facts, sources, law).length),
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
