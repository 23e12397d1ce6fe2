/** Turns a told parcel into the desk's answers: the row, and the page with story, facts and judgement. */
import type {
  ActName,
  FactCell,
  FactRow,
  Judgement,
  OfferedAct,
  ParcelAnswer,
  Person,
  Proposal,
  QueueRow,
  StoryEvent,
} from '../../../src/api/contract.ts';
import { PEOPLE, at } from './people.ts';
import { MEANS } from './stories.ts';
import type { Told } from './stories.ts';

/** What the desk knows of a parcel beyond its story: everything an act may change. */
export type Standing = {
  readonly told: Told;
  stage: string;
  holder: string | null;
  proposal: { by: string; at: string; reason: string } | null;
  version: number;
  readonly acted: StoryEvent[];
  lookedAt: string | null;
};

export const nameOf = (id: string): string => PEOPLE.find((each) => each.id === id)?.name ?? id;

const colleague = (id: string | null, you: Person) =>
  id === null ? null : { id, name: nameOf(id), you: id === you.id };

const proposalFor = ({ proposal }: Standing, you: Person): Proposal | null =>
  proposal === null
    ? null
    : {
        by: { id: proposal.by, name: nameOf(proposal.by), you: proposal.by === you.id },
        at: proposal.at,
        reason: proposal.reason,
        you: proposal.by === you.id,
      };

export function rowOf(standing: Standing, you: Person): QueueRow {
  const { told } = standing;
  return {
    parcel: { scheme: told.scheme, number: told.number },
    lane: told.lane,
    hold: told.hold ?? null,
    stage: standing.stage,
    dueAt: at(told.due),
    what: told.what,
    from: told.from,
    firstReason: told.reasons[0] ?? '',
    claimedBy: colleague(standing.holder, you),
    value: { amount: told.value, currency: 'XMC' },
    means: told.means,
    since: at('13:11'),
    proposal: proposalFor(standing, you),
  };
}

export function pageOf(standing: Standing, you: Person): ParcelAnswer {
  const { told } = standing;
  return {
    parcel: {
      scheme: told.scheme,
      number: told.number,
      lane: told.lane,
      hold: told.hold ?? null,
      stage: standing.stage,
      category: 3,
      direction: 'import',
      nature: 'sale',
      channel: told.scheme === 's10' ? 'post' : 'express',
      mode: 'air',
      means: told.means,
      arrivalAt: MEANS.find(({ means }) => means === told.means)?.arrivalAt ?? null,
      arrivedAt: null,
      dueAt: at(told.due),
      from: told.from,
      to: 'Lahira',
      outside: 'waiting',
      what: told.what,
      value: { amount: told.value, currency: 'XMC' },
      receiver: told.receiver,
      filer: {
        code: 'MIZANPOST',
        name: 'Mizan Post',
        quality: {
          timeliness: 99,
          accuracy: 97,
          completeness: 100,
          consistency: 100,
          total: 98,
          statements: 5_896,
        },
      },
      claimedBy: colleague(standing.holder, you),
      lastLookedAt: standing.lookedAt,
      version: standing.version,
      proposal: proposalFor(standing, you),
      sight: you.roles.includes('supervisor') ? 'rules' : 'words',
    },
    story: [...storyOf(told), ...standing.acted],
    changes: standing.lookedAt === null ? 0 : 2,
    facts: {
      columns: ['order', 'payment', 'logistics', 'declaration', 'arrival'],
      rows: factsOf(told),
    },
    judgement: judgementOf(standing, you),
  };
}

function storyOf(told: Told): readonly StoryEvent[] {
  const events: readonly Omit<StoryEvent, 'entry'>[] = [
    { at: at('09:02', 18), title: 'Ordered on Souqline', detail: 'charges paid at checkout, token good' },
    { at: at('09:03', 18), title: 'Paid through Qirsh Pay', detail: 'payment matches the order' },
    { at: at('11:30'), title: `Handed to ${told.from} Post, 1.84 kg` },
    { at: at('13:11'), title: `Declared by ${told.from} Post`, detail: 'quality 71', receipt: '8f2c66d09a41' },
    { at: at('13:12'), title: 'We asked the seller what is inside', detail: '“accessories” says too little' },
    { at: at('13:41'), title: 'Seller answered: “battery pack”', detail: 'asked at 13:12, 29 minutes', changed: true },
    { at: at('13:58'), title: `Scan arrived from ${told.from} Post`, detail: 'image kept, signature good', changed: true },
  ]; // prettier-ignore
  return events.map((event, index) => ({ ...event, entry: { sequence: index + 1, leaf: null } }));
}

const said = (text: string, more: Partial<FactCell> = {}): FactCell => ({
  text,
  inUse: false,
  statement: { id: '48121', at: at('13:11'), sender: 'Mizan Post', receipt: '8f2c66d09a41' },
  ...more,
});

function factsOf(told: Told): readonly FactRow[] {
  const batteries = told.what.startsWith('Phone');
  const goods: FactRow = batteries
    ? {
        element: 'items', label: 'Goods',
        cells: {
          order: said('18650 cells, 12'), logistics: said('Accessories'),
          declaration: said('Battery pack', { inUse: true, disagrees: true, note: 'order says cells' }),
          arrival: said('12 cylinders', { disagrees: true, note: 'looks loose' }),
        },
      }
    : { element: 'items', label: 'Goods', cells: { order: said(told.what), declaration: said(told.what, { inUse: true }) } }; // prettier-ignore
  const party = (element: string, label: string, name: string): FactRow => ({
    element,
    label,
    cells: {
      order: said(name),
      payment: said(name),
      logistics: said(name),
      declaration: said(name),
    },
  });
  return [
    goods,
    { element: 'totalValue', label: 'Value', cells: { order: said(told.value, { inUse: true }), payment: said(told.value), declaration: said(told.value) } },
    { element: 'massGross', label: 'Weight', cells: { logistics: said('1.84 kg', { inUse: true }), declaration: said('1.84 kg'), ...(batteries ? { arrival: said('0.61 kg of cells', { disagrees: true, note: 'rest is packing' }) } : {}) } },
    party('seller', 'Sender', 'Ampere Shop'),
    party('buyer', 'Receiver', told.receiver),
    { element: 'commodity', label: 'Code', cells: { declaration: said('8507.60', { inUse: true }) } },
    { element: 'origin', label: 'Origin', cells: { order: said(told.from), declaration: said(told.from, { inUse: true }) } },
    { element: 'danger', label: 'Danger', cells: { logistics: said('none declared', batteries ? { disagrees: true, note: 'UN 3480 expected' } : {}), declaration: said('none declared', batteries ? { disagrees: true } : { inUse: true }) } },
  ]; // prettier-ignore
}

const BANDS = ['E', 'C', 'B'] as const;

type Step = readonly [what: string, base: string, rate: string, result: string, rule: string];

const step = ([what, base, rate, result, rule]: Step) => ({ what, base, rate, result, rule });

function judgementOf(standing: Standing, you: Person): Judgement {
  const { told } = standing;
  const rules = you.roles.includes('supervisor');
  return {
    pieces: told.reasons.map((reason, index) => ({
      reason,
      ...(rules ? { rule: `Dangerous goods ${(14 + index).toString()}`, version: 3 } : {}),
      band: BANDS[index] ?? 'A',
      ...(index === 1 ? { detail: 'history since 1 October' } : {}),
    })),
    lookFor: told.lookFor ?? [],
    findings: [
      { code: 'description-vague', severity: 'warning', pointer: '/items/0/description', message: '“Accessories” does not say what the goods are.', fix: 'Write what it is: “lithium-ion cells, 12”.' },
    ],
    category: 3,
    because: told.lookFor === undefined ? [] : ['It would have gone if the carrier had declared UN 3480.'],
    charges: {
      customsValue: { amount: told.value, currency: 'XMC' },
      currency: 'XMC',
      standing: told.hold === 'revenue' ? 'owed' : 'collected-at-sale',
      total: '16.46',
      payable: '0.00',
      incomplete: false,
      reliefs: [],
      lines: [
        { charge: 'duty', label: 'Duty 4 %', amount: '3.36', place: 'at-sale', rule: 'xm:rate/8507.60', source: { id: 'xm:tariff-act-12', title: 'Tariff Act 12' }, item: 0, steps: [step(['Customs value at', `${told.value} XMC`, '4 %', '3.36', 'xm:rate/8507.60']), step(['Rounded half up to', '3.36', '0.01', '3.36', 'xm:rounding/duty'])] },
        { charge: 'vat', label: 'VAT 15 %', amount: '13.10', place: 'at-sale', rule: 'xm:rate/vat', source: { id: 'xm:vat-act-9', title: 'VAT Act 9, on 87.36' }, item: 0, steps: [step(['Value and duty at', '87.36 XMC', '15 %', '13.104', 'xm:rate/vat']), step(['Rounded half up to', '13.104', '0.01', '13.10', 'xm:rounding/vat'])] },
      ],
    },
    conditions: { met: ['Charges are paid at checkout'], unmet: ['Decision of an officer', 'Answer of the health agency'].slice(0, told.lane === 'documents' ? 2 : 1) },
    actions: offeredTo(standing, you),
    proposal: proposalFor(standing, you),
  }; // prettier-ignore
}

const CLOSED = new Set([
  'released',
  'refused',
  'seized',
  'destroyed',
  're-exported',
  'do-not-load',
]);

/** The acts of a parcel for one person, each with the refusal it would get. */
export function offeredTo(standing: Standing, you: Person): readonly OfferedAct[] {
  if (CLOSED.has(standing.stage)) return [];
  const { holder, proposal, told } = standing;
  const because =
    holder === null ? 'Take the parcel first.' : holder === you.id ? undefined : `${nameOf(holder)} has this parcel.`; // prettier-ignore
  const offer = (act: ActName, label: string, refused = because): OfferedAct => ({
    act,
    label,
    enabled: refused === undefined,
    ...(refused === undefined ? {} : { because: refused }),
    ...(['refuse', 'seize', 're-export', 'destroy', 'confirm-do-not-load'].includes(act) ? { hurts: true } : {}),
  }); // prettier-ignore
  const own =
    proposal?.by === you.id ? 'You proposed it; a second officer must confirm.' : undefined;
  return [
    holder === you.id
      ? { act: 'unclaim', label: 'Let it go', key: 'a', enabled: true }
      : { act: 'claim', label: 'Take it', key: 'a', enabled: holder === null, ...(holder === null ? {} : { because: `${nameOf(holder)} has this parcel.` }) },
    offer('scan', 'Send to scan'),
    offer('examine', 'Examine', told.stage === 'examining' ? 'It is on the bench already.' : because),
    offer('ask', 'Ask the seller'),
    offer('hold', 'Hold', standing.stage === 'held' ? 'It is held already.' : because),
    proposal === null
      ? offer('propose-release', 'Propose release')
      : offer('confirm-release', 'Confirm release', own),
    ...(told.stage === 'do-not-load-proposed' ? [offer('confirm-do-not-load', 'Confirm do not load'), offer('lift-do-not-load', 'Lift do not load')] : []),
    offer('refuse', 'Refuse'),
    offer('seize', 'Seize'),
    offer('re-export', 'Order re-export'),
  ]; // prettier-ignore
}
