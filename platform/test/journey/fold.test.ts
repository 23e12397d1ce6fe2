/** Shows that the state tables are folds of the journal whatever happened, and that the order in which sources speak changes nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { WireSubmission } from '../../src/domain/advance-data/wire.ts';
import { dayAt } from '../../src/domain/kernel/instant.ts';
import { present } from '../../src/domain/kernel/invariant.ts';
import { execute, query, sql } from '../../src/server/db/sql.ts';
import { foldDifferences, unbalancedCurrencies } from '../support/fold.ts';
import { goodsDifferences, readParcels } from '../support/goods.ts';
import {
  openSuitePlatform,
  openTestPlatform,
  TEST_NOW,
  type TestPlatform,
} from '../support/platform.ts';
import { arrivalOf, declarationOf, orderOf, paymentOf, s10, SENDERS } from '../support/submissions.ts'; // prettier-ignore

let opened: Awaited<ReturnType<typeof openSuitePlatform>>;
before(async () => {
  opened = await openSuitePlatform();
  await opened.register(...SENDERS);
});
after(() => opened.drop());

const precedencesOf = ({ platform, clock }: TestPlatform) =>
  platform.law.on(dayAt(clock.at, platform.pack.zoneOffsetMinutes)).law.precedences;

const KINDS = ['order', 'payment', 'logistics', 'declaration', 'arrival'] as const;
type Kind = (typeof KINDS)[number];

/** One thing that somebody says about one of a history's parcels. */
type Word = {
  readonly kind: Kind;
  readonly parcel: number;
  readonly function: 'original' | 'replace' | 'cancel';
  /** Which of the parcels' orders is named; a parcel may name those of others. */
  readonly order: number;
  readonly hundredths: number;
  /** The post of another country claims the parcel too. */
  readonly isRival: boolean;
  /** Begins a new batch; what follows in the same one is decided together. */
  readonly isLater: boolean;
  /** Sent twice, word for word. */
  readonly isRepeated: boolean;
};

const PARCELS = 4;

const word: fc.Arbitrary<Word> = fc.record({
  kind: fc.constantFrom(...KINDS),
  parcel: fc.nat(PARCELS - 1),
  function: fc.constantFrom('original', 'original', 'replace', 'cancel'),
  order: fc.nat(PARCELS - 1),
  hundredths: fc.integer({ min: 100, max: 30_000 }),
  isRival: fc.boolean(),
  isLater: fc.boolean(),
  isRepeated: fc.nat(9).map((chance) => chance === 0),
});

const amountOf = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** The message; `serial` makes its numbers its own, so that histories share a database and nothing else. */
function messageOf(spoken: Word, serial: number, first: number): WireSubmission {
  const number = s10(first + spoken.parcel);
  const order = `O-${s10(first + spoken.order)}`;
  const value = { amount: amountOf(spoken.hundredths), currency: 'XMC' };
  const submission = { messageId: `fold-${serial}`, function: spoken.function };
  switch (spoken.kind) {
    case 'order':
      return { ...orderOf(number, { item: { value }, consignment: { orderNumbers: [order] } }), ...submission }; // prettier-ignore
    case 'payment': {
      const said = paymentOf(s10(first + spoken.order), value.amount);
      return { ...said, ...submission };
    }
    case 'logistics':
      return { ...logisticsOf(number, order), ...submission };
    case 'declaration':
      return {
        ...declarationOf(number, { item: { value }, consignment: { orderNumbers: [order] } }),
        ...submission,
        sender: spoken.isRival ? 'RIVAL-POST' : 'QANA-POST',
      };
    case 'arrival':
      return { ...arrivalOf(number, '2026-11-24T07:30:00Z', spoken.isRival ? 'presented' : 'arrived'), messageId: submission.messageId }; // prettier-ignore
  }
}

/** What a carrier knows: the parcel, its mass and its pieces. */
const logisticsOf = (number: string, order: string): WireSubmission => ({
  messageId: `logistics-${number}`,
  sender: 'MERIDIA-POST',
  kind: 'logistics',
  consignments: [
    {
      houseReference: { scheme: 's10', number },
      orderNumbers: [order],
      direction: 'import',
      mode: 'air',
      channel: 'post',
      countryOfDispatch: 'XQ',
      countryOfDestination: 'XM',
      massGross: { value: '0.410', unit: 'KGM' },
      pieces: [{ reference: `${number}-1` }, { reference: `${number}-2` }],
    },
  ],
});

let histories = 0;

async function tell(platform: TestPlatform, words: readonly Word[]): Promise<void> {
  const first = 1_000 + (histories += 1) * PARCELS;
  const batches: WireSubmission[][] = [[]];
  words.forEach((spoken, index) => {
    if (spoken.isLater) batches.push([]);
    const message = messageOf(spoken, first * 1_000 + index, first);
    batches.at(-1)?.push(message, ...(spoken.isRepeated ? [message] : []));
  });
  for (const batch of batches) {
    platform.clock.at += 1_000;
    await platform.submit(...batch);
  }
}

const HISTORIES = 15;

test('state tables are the fold of the journal after any history', async () => {
  const { platform } = opened;
  const on = platform.database.intake;
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 15, maxLength: 60, size: 'max' }),
      async (words) => {
        await tell(opened, words);
        assert.deepEqual(await foldDifferences(on), []);
        assert.deepEqual(await goodsDifferences(on, precedencesOf(opened)), []);
        assert.deepEqual(await unbalancedCurrencies(on), []);
      },
    ),
    { numRuns: HISTORIES },
  );
  const told = await query<{ what: string; times: number }>(
    on,
    sql`
select what, count(*)::integer as times
from (
  select function as what from statement
  union all select kind from journal
  union all select reason from posting
  union all select stage from parcel
) as each
group by what
order by what`,
  );
  const times = new Map(told.map(({ what, times: count }) => [what, count]));
  for (const what of ['replace', 'cancel', 'link-statement', 'submit-arrival', 'reversed'])
    // prettier-ignore
    assert.ok((times.get(what) ?? 0) >= 3, `${what} happened: ${JSON.stringify(told)}`);
});

test('a state, a posting or an item that nobody journalled is seen', async (context) => {
  const another = await openTestPlatform(context);
  const { platform, register, submit } = another;
  await register(...SENDERS);
  await submit(declarationOf(s10(1)), declarationOf(s10(2)), declarationOf(s10(3)));
  const on = platform.database.intake;
  assert.deepEqual(await foldDifferences(on), []);
  await execute(on, sql`update parcel set lane = 'examine' where number = ${s10(1)}`);
  await execute(on, sql`update parcel set state = replace(state, '"quality":', '"quality":1') where number = ${s10(2)}`); // prettier-ignore
  await execute(
    on,
    sql`
insert into posting (shard_key, parcel_id, posting_id, booked_at, charge, debit, credit, amount_minor, currency, reason, rule)
select shard_key, parcel_id, parcel_id, now(), 'vat', 'treasury:vat', 'party:QANA-POST:owed', 100, 'XMC', 'reversed', 'none'
from parcel where number = ${s10(3)}`,
  );
  await execute(on, sql`update item set mass_grams = mass_grams + 1 where position = 0`);
  const differences = await foldDifferences(on);
  assert.equal(differences.length, 3, differences.join('\n'));
  assert.equal((await goodsDifferences(on, precedencesOf(another))).length, 3);
});

/** All orders of a list. */
const permutations = <Each>(list: readonly Each[]): Each[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((each, index) =>
        permutations(list.toSpliced(index, 1)).map((rest) => [each, ...rest]),
      );

/** What is known of a parcel, with statements named by kind instead of by number. */
async function knownOf(platform: TestPlatform, number: string) {
  const parcels = await readParcels(platform.platform.database.intake, precedencesOf(platform));
  const { state, facts } = present(parcels.get(number), 'the parcel is known');
  const rows = await query<{ statementId: bigint; kind: string }>(
    platform.platform.database.intake,
    sql`select statement_id, kind from statement order by statement_id`,
  );
  const kinds = new Map(rows.map(({ statementId, kind }) => [statementId.toString(), kind]));
  const { sources, reference: _reference, orderNumbers, parties, pieces, ...rest } = present(facts, 'its statements are in force'); // prettier-ignore
  return {
    ...rest,
    orders: orderNumbers.length,
    pieces: pieces.map(({ reference }) => reference.slice(-2)),
    roles: parties.map(({ role }) => role).toSorted(),
    sources: Object.fromEntries(Object.entries(sources).map(([element, id]) => [element, kinds.get(String(id))]).toSorted()), // prettier-ignore
    spoken: state.statements.map(([id]) => kinds.get(id)).toSorted(),
    summary: { ...state.facts, itemsFrom: kinds.get(state.facts?.itemsFrom ?? ''), disagreements: state.facts?.disagreements.toSorted() }, // prettier-ignore
    charges: state.charges,
    debt: state.debt,
    declarant: state.declarant,
    quality: state.quality,
  };
}

test('order, payment, logistics and declaration of a parcel end in the same facts in any order of arrival, together or apart', async () => {
  opened.clock.at = Math.max(opened.clock.at, TEST_NOW);
  let serial = 900_000;
  let expected: Awaited<ReturnType<typeof knownOf>> | null = null;
  for (const order of permutations(['order', 'payment', 'logistics', 'declaration'] as const)) {
    for (const isTogether of [true, false]) {
      const number = s10((serial += 1));
      const said = {
        order: orderOf(number),
        payment: paymentOf(number),
        logistics: logisticsOf(number, `O-${number}`),
        declaration: declarationOf(number),
      };
      const messages = order.map((kind) => said[kind]);
      if (isTogether) await opened.submit(...messages);
      else for (const message of messages) await opened.submit(message);
      const known = await knownOf(opened, number);
      expected ??= known;
      assert.deepEqual(known, expected, `${order.join(', ')} ${isTogether ? 'together' : 'apart'}`);
    }
  }
});
