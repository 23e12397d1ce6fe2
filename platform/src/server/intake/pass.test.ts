/** Shows that a pass answers every message once, links streams in any order, and lets no message harm its neighbours. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HouseReference } from '../../domain/advance-data/statement.ts';
import type { WireConsignment, WireSubmission } from '../../domain/advance-data/wire.ts';
import { limits } from '../../domain/kernel/limits.ts';
import { parcelOf } from '../../../test/support/parcel-rows.ts';
import { openSuitePlatform, TEST_NOW } from '../../../test/support/platform.ts';

const instant = (hours: number): string =>
  Temporal.Instant.fromEpochMilliseconds(TEST_NOW + hours * 3_600_000).toString();

const PARTIES: WireConsignment['parties'] = [
  party('consignor', 'Ampere Trading House', 'XA'),
  party('seller', 'Ampere Trading House', 'XA'),
  party('consignee', 'Darya Karimova', 'XM'),
];

function party(role: 'consignor' | 'seller' | 'consignee', name: string, country: string) {
  return {
    role,
    name,
    address: { lines: ['4 Palm Street'], city: 'Lahira', postcode: '1100', country },
  };
}

const goods: WireConsignment = {
  items: [
    {
      description: 'Cotton T-shirt, short sleeves, printed',
      commodityCode: '610910',
      origin: 'XA',
      quantity: { value: '2', unit: 'NAR' },
      massNet: { value: '0.4', unit: 'KGM' },
      value: { amount: '84.00', currency: 'XMC' },
    },
  ],
  totalValue: { amount: '84.00', currency: 'XMC' },
  parties: PARTIES,
};

type Story = {
  readonly reference: HouseReference;
  /** The goods of its order, without a house reference. */
  readonly ordered: WireConsignment;
  readonly declared: WireConsignment;
  readonly message: (
    kind: WireSubmission['kind'],
    id: string,
    consignment: WireConsignment,
  ) => WireSubmission;
};

let stories = 0;

/** An honest parcel of its own, so that tests share one platform and nothing else. */
function story(): Story {
  const number = String(++stories).padStart(6, '0');
  const reference = { scheme: 'courier', number: `LX550011${number}` } as const;
  const ordered = { ...goods, orderNumbers: [`ORDER-${number}`] };
  const declared: WireConsignment = {
    ...ordered,
    houseReference: reference,
    mode: 'air',
    channel: 'express',
    nature: 'sale',
    countryOfDispatch: 'XA',
    countryOfDestination: 'XM',
    transport: { means: 'XM 214', arrivalAt: instant(6) },
    massGross: { value: '0.6', unit: 'KGM' },
    packages: 1,
  };
  const message: Story['message'] = (kind, id, consignment) => ({
    messageId: `${number}-${id}`,
    sender: 'falcon-express',
    kind,
    preparedAt: instant(-1),
    consignments: [consignment],
  });
  return { reference, ordered, declared, message };
}

let suite: Awaited<ReturnType<typeof openSuitePlatform>>;
before(async () => {
  suite = await openSuitePlatform();
  await suite.register({
    code: 'falcon-express',
    name: 'Falcon Express',
    kind: 'express',
    account: 'D-7',
  });
});
after(() => suite.drop());

test('the same message gets the same answer, receipt included, in one batch and later', async () => {
  const { submit } = suite;
  const { declared, message } = story();
  const declaration = message('declaration', 'M-1', declared);
  const [first, twin] = await submit(declaration, declaration);
  const [later] = await submit(declaration);
  assert.equal(first?.status, 'accepted');
  for (const again of [twin, later]) {
    assert.equal(again?.status, 'duplicate');
    assert.deepEqual(again.submission, first.submission);
    assert.deepEqual(again.consignments, first.consignments);
    assert.deepEqual(again.receipt(), first.receipt());
  }
});

test('another content under a number that was used is refused, and nothing of it is written', async () => {
  const { submit, platform } = suite;
  const { reference, declared, message } = story();
  await submit(message('declaration', 'M-1', declared));
  const changed = { ...declared, totalValue: { amount: '85.00', currency: 'XMC' } };
  const answers = await submit(
    message('declaration', 'M-1', changed),
    message('declaration', 'M-1', { ...changed, packages: 2 }),
  );
  assert.deepEqual(
    answers.map((answer) => [answer.status, answer.findings[0]?.code]),
    [
      ['refused', 'message-id-reused'],
      ['refused', 'message-id-reused'],
    ],
  );
  const parcel = await parcelOf(platform, reference);
  assert.equal(parcel.state.statements.length, 1);
});

test('an order waits for its parcel and is linked when the declaration names it', async () => {
  const { submit, platform } = suite;
  const { reference, ordered, declared, message } = story();
  const [parked] = await submit(message('order', 'O-1', ordered));
  assert.equal(parked?.status, 'parked');
  assert.equal(parked.findings.at(-1)?.code, 'statement-parked');
  await submit(message('declaration', 'D-1', declared));
  const { state } = await parcelOf(platform, reference);
  assert.deepEqual(state.facts?.streams, ['order', 'declaration']);
});

test('an order that comes late reaches every parcel that ships it', async () => {
  const { submit, platform } = suite;
  const { reference, ordered, declared, message } = story();
  const second = { ...reference, number: `${reference.number}B` };
  await submit(
    message('declaration', 'D-1', declared),
    message('declaration', 'D-2', { ...declared, houseReference: second }),
  );
  const [order] = await submit(message('order', 'O-1', ordered));
  assert.equal(order?.status, 'accepted');
  for (const each of [reference, second])
    assert.deepEqual((await parcelOf(platform, each)).state.facts?.streams, [
      'order',
      'declaration',
    ]);
});

test('a declaration becomes lines of the ledger, a correction reverses them, and a cancellation leaves nothing owed', async () => {
  const { submit, platform } = suite;
  const { reference, declared, message } = story();
  const dear: WireConsignment = { ...declared, items: (declared.items ?? []).map((item) => ({ ...item, value: { amount: '184.00', currency: 'XMC' } })), totalValue: { amount: '184.00', currency: 'XMC' } }; // prettier-ignore
  await submit(message('declaration', 'D-1', dear));
  const charged = await parcelOf(platform, reference);
  assert.ok(charged.owed > 0n, 'charges are owed');
  await submit({
    ...message('declaration', 'D-2', { ...dear, freight: { amount: '20.00', currency: 'XMC' } }),
    function: 'replace',
  });
  const corrected = await parcelOf(platform, reference);
  assert.ok(corrected.owed > charged.owed, 'freight is part of the base');
  await submit({ ...message('declaration', 'D-3', declared), function: 'cancel' });
  const cancelled = await parcelOf(platform, reference);
  assert.equal(cancelled.owed, 0n);
  assert.equal(cancelled.state.custody.stage, 'cancelled');
});

test('a refused message and its neighbours in the batch do not meet', async () => {
  const { submit, platform } = suite;
  const { reference, declared, message } = story();
  const nowhere: WireConsignment = { items: goods.items ?? [] };
  const twice: WireSubmission = {
    ...message('declaration', 'D-2', declared),
    consignments: [declared, declared],
  };
  const answers = await submit(
    message('declaration', 'D-0', nowhere),
    twice,
    message('declaration', 'D-1', declared),
  );
  assert.deepEqual(
    answers.map((answer) => [answer.status, answer.findings[0]?.code]),
    [
      ['refused', 'house-reference-missing'],
      ['refused', 'house-reference-repeated'],
      ['accepted', answers[2]?.findings[0]?.code],
    ],
  );
  assert.equal((await parcelOf(platform, reference)).state.statements.length, 1);
});

test('a low-risk parcel that arrives is released at once, and tells so only with the next tick', async () => {
  const { submit, platform } = suite;
  const { reference, declared, message } = story();
  const [answer] = await submit(message('declaration', 'D-1', declared));
  assert.deepEqual(answer?.findings, []);
  await submit(
    message('arrival', 'A-1', {
      houseReference: reference,
      arrival: { event: 'arrived', at: instant(0), office: 'XMLHX1', pieces: [reference.number] },
    }),
  );
  const parcel = await parcelOf(platform, reference);
  assert.equal(parcel.state.custody.stage, 'released');
  assert.deepEqual([parcel.outsideBefore, parcel.outside], ['accepted', 'cleared']);
});

test('nobody heaps statements without end on an order; one more is refused, and what is said of its parcel still counts', async () => {
  const { submit } = suite;
  const { ordered, declared, message } = story();
  const payments = Array.from({ length: limits.statementsPerParcel }, (_, index) =>
    message('payment', `P-${String(index)}`, ordered),
  );
  const kept = await submit(...payments);
  assert.deepEqual(new Set(kept.map(({ status }) => status)), new Set(['parked']));
  const [one] = await submit(message('payment', 'P-more', ordered));
  assert.equal(one?.status, 'refused');
  assert.deepEqual(
    one.findings.map(({ code, parameters }) => [code, parameters?.['statementsMax']]),
    [['statements-too-many', '64']],
  );
  const [declaration] = await submit(message('declaration', 'D', declared));
  assert.equal(declaration?.status, 'accepted');
  const [another] = await submit({ ...message('order', 'O', declared), sender: 'falcon-express' });
  assert.equal(another?.status, 'refused', 'the parcel is as full as its order');
  const replacing = { ...message('declaration', 'D-2', declared), function: 'replace' } as const;
  const arrival = { event: 'arrived', at: instant(0) } as const;
  const scan = message('arrival', 'A', { houseReference: declared.houseReference!, arrival });
  const answers = await submit(replacing, scan);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['accepted', 'accepted'],
  );
});

test('who is no longer registered is told so, and nothing of it is written', async () => {
  const { submit, register, platform } = suite;
  await register({ code: 'gone-express', name: 'Gone Express', kind: 'express' });
  await platform.database.owner.query(
    `update registered_party set is_active = false where code = 'gone-express'`,
  );
  await platform.parties.reload();
  const { reference, declared, message } = story();
  const declaration = { ...message('declaration', 'M-1', declared), sender: 'gone-express' };
  const [answer] = await submit(declaration);
  assert.equal(answer?.status, 'refused');
  assert.ok(answer.findings.some(({ code }) => code === 'sender-inactive'));
  assert.equal(answer.receipt(), null);
  const { rows } = await platform.database.intake.query(
    'select from parcel_reference where number = $1',
    [reference.number],
  );
  assert.deepEqual(rows, []);
});
