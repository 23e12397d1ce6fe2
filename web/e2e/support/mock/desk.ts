/** The mock desk's memory: who is signed in, what stands where, and what an act changes or why it is refused. */
import type {
  ActReasons,
  ActRequest,
  Figures,
  ParcelAnswer,
  Person,
  QueuePage,
  QueueRow,
  Session,
} from '../../../src/api/contract.ts';
import { nameOf, offeredTo, pageOf, rowOf } from './answers.ts';
import type { Standing } from './answers.ts';
import { NOW, PEOPLE, ZONE, at } from './people.ts';
import { ARRIVALS, STORIES } from './stories.ts';
import type { Told } from './stories.ts';

export type Refused = { readonly status: number; readonly code: string; readonly detail: string };

const appeal =
  'You may appeal to the Customs Tribunal within 30 days; the notice tells how, and it costs nothing.';
const grounds = [
  { id: 'xm:customs-act-31', title: 'Customs Act, section 31' },
  { id: 'xm:air-security-4', title: 'Air Security Regulation, article 4' },
];

export const REASONS: readonly ActReasons[] = [
  { act: 'hold', reasonCodes: [{ code: 'identity', title: 'Who the parties are is in doubt' }, { code: 'agency', title: 'Another agency must decide' }, { code: 'revenue', title: 'Charges are not secured' }], legalGrounds: [{ id: 'xm:customs-act-31', title: 'Customs Act, section 31' }] },
  { act: 'propose-release', reasonCodes: [{ code: 'examined-conform', title: 'Examined, as declared' }, { code: 'documents-conform', title: 'Documents are in order' }, { code: 'risk-explained', title: 'The risk is explained' }], legalGrounds: [] },
  { act: 'record-examination', reasonCodes: [], legalGrounds: [], results: [{ code: 'conform', title: 'As declared' }, { code: 'different', title: 'Not as declared' }] },
  ...(['refuse', 'seize', 're-export', 'confirm-do-not-load'] as const).map((act) => ({ act, reasonCodes: [{ code: 'prohibited', title: 'The goods are prohibited' }, { code: 'undeclared-danger', title: 'Dangerous goods not declared' }], legalGrounds: grounds, appeal })),
]; // prettier-ignore

const NEXT_STAGE: Readonly<Record<string, string>> = {
  scan: 'scanning',
  examine: 'examining',
  ask: 'asked',
  hold: 'held',
  'propose-release': 'release-proposed',
  'confirm-release': 'released',
  refuse: 'refused',
  seize: 'seized',
  're-export': 're-exported',
  'confirm-do-not-load': 'do-not-load',
};

export class Desk {
  readonly #standings = new Map<string, Standing>();
  #version = 100;
  #entry = 48_210;

  constructor() {
    for (const told of STORIES) this.#add(told);
  }

  #add(told: Told): void {
    this.#standings.set(`${told.scheme}/${told.number}`, {
      told,
      stage: told.stage,
      holder: told.holder ?? null,
      proposal: told.proposedBy === undefined ? null : { by: told.proposedBy, at: at('13:50'), reason: 'The seller has paid by transfer' },
      version: 1,
      acted: [],
      lookedAt: told.holder === 'amina' ? at('13:20') : null,
    }); // prettier-ignore
  }

  arrive(): void {
    for (const told of ARRIVALS) this.#add(told);
    this.#version += ARRIVALS.length;
  }

  changes(since: number): { new: number; version: number } {
    return { new: this.#version - since, version: this.#version };
  }

  queue(you: Person, query: URLSearchParams): QueuePage {
    const open = [...this.#standings.values()]
      .filter(({ stage }) => !['released', 'refused', 'seized', 're-exported', 'do-not-load'].includes(stage))
      .map((standing) => rowOf(standing, you))
      .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? '')); // prettier-ignore
    const is = { mine: (row: QueueRow) => row.claimedBy?.you === true, waiting: (row: QueueRow) => row.stage === 'asked', unclaimed: (row: QueueRow) => row.claimedBy === null && row.stage !== 'asked' }; // prettier-ignore
    const view = query.get('view');
    const rows = open
      .filter((row) => view === null || view === 'all' || is[view as keyof typeof is](row))
      .filter((row) => query.get('means') === null || row.means === query.get('means'))
      .filter((row) => query.get('lane') === null || row.lane === query.get('lane'));
    return {
      rows: rows.slice(0, Number(query.get('limit') ?? 50)),
      counts: { all: open.length, mine: open.filter(is.mine).length, unclaimed: open.filter(is.unclaimed).length, waiting: open.filter(is.waiting).length },
      version: this.#version,
      now: NOW,
    }; // prettier-ignore
  }

  search(you: Person, text: string): readonly QueueRow[] {
    const wanted = text.toLowerCase().replaceAll(' ', '');
    return [...this.#standings.values()]
      .map((standing) => rowOf(standing, you))
      .filter((row) =>
        `${row.parcel.number} ${row.what} ${row.means ?? ''}`
          .toLowerCase()
          .replaceAll(' ', '')
          .includes(wanted),
      );
  }

  page(you: Person, path: string, peek: boolean): ParcelAnswer | Refused {
    const standing = this.#standings.get(path);
    if (standing === undefined) return notFound;
    const page = pageOf(standing, you);
    if (!peek) standing.lookedAt = NOW;
    return page;
  }

  act(you: Person, path: string, request: ActRequest): ParcelAnswer | Refused {
    const standing = this.#standings.get(path);
    if (standing === undefined) return notFound;
    const refused = this.#refusal(standing, you, request);
    if (refused !== null) return refused;
    this.#record(standing, you, request);
    const entry = { sequence: ++this.#entry, leaf: null };
    standing.acted.push({ at: NOW, title: `${request.act}: ${request.reason ?? request.reasonCode ?? 'done'}`, by: you.name, entry }); // prettier-ignore
    return {
      ...pageOf(standing, you),
      recorded: { act: request.act, at: NOW, by: you.name, entry },
    };
  }

  #refusal(standing: Standing, you: Person, request: ActRequest): Refused | null {
    if (request.expectedVersion !== undefined && request.expectedVersion !== standing.version)
      return { status: 409, code: 'changed-meanwhile', detail: 'The parcel changed meanwhile. Look again.' }; // prettier-ignore
    const offered = offeredTo(standing, you).find(({ act }) => act === request.act);
    if (offered?.enabled !== true)
      return { status: 409, code: 'not-now', detail: offered?.because ?? 'Not possible in this stage.' }; // prettier-ignore
    const wanted = REASONS.find(({ act }) => act === request.act);
    if ((wanted?.reasonCodes.length ?? 0) > 0 && request.reasonCode === undefined)
      return { status: 422, code: 'reason-missing', detail: 'Choose a reason.' };
    return null;
  }

  #record(standing: Standing, you: Person, { act, reason }: ActRequest): void {
    standing.version += 1;
    this.#version += 1;
    standing.stage = NEXT_STAGE[act] ?? standing.stage;
    if (act === 'claim') standing.holder = you.id;
    if (act === 'unclaim') standing.holder = null;
    if (act === 'propose-release')
      standing.proposal = { by: you.id, at: NOW, reason: reason ?? 'Examined, as declared' };
    if (act === 'propose-release') standing.holder = null;
  }
}

const notFound: Refused = { status: 404, code: 'parcel-unknown', detail: 'No such parcel is known to your office.' }; // prettier-ignore

export const sessionOf = (person: Person): Session => ({
  person: { ...person, zone: ZONE },
  csrf: `csrf-${person.id}`,
  jurisdiction: { id: 'xm-meridia', title: 'Meridia Customs', currency: 'XMC', zone: ZONE },
  demo: true,
  now: NOW,
  pace: 0,
});

export const personOf = (id: string | undefined): Person | undefined =>
  id === undefined || nameOf(id) === id ? undefined : PEOPLE.find((person) => person.id === id);

export const FIGURES: Figures = {
  at: NOW,
  days: 1,
  lanes: [
    { lane: 'release', parcels: 8087 }, { lane: 'documents', parcels: 16 }, { lane: 'scan', parcels: 11 }, { lane: 'examine', parcels: 9 },
    { lane: 'hold', parcels: 6 }, { lane: 'refer', parcels: 4 }, { lane: 'do-not-load', parcels: 1 },
  ],
  stages: [
    { stage: 'announced', parcels: 412 }, { stage: 'assessed', parcels: 6101 }, { stage: 'asked', parcels: 14 }, { stage: 'presented', parcels: 22 },
    { stage: 'held', parcels: 6 }, { stage: 'released', parcels: 1579 },
  ],
  categories: [{ category: 1, parcels: 604 }, { category: 2, parcels: 2318 }, { category: 3, parcels: 5011 }, { category: 4, parcels: 201 }],
  release: [
    { category: 1, parcels: 188, p50: 2, p90: 6, p99: 41 }, { category: 2, parcels: 466, p50: 4, p90: 21, p99: 940 },
    { category: 3, parcels: 894, p50: 6, p90: 240, p99: 9_100 }, { category: 4, parcels: 31, p50: 2_340, p90: 14_700, p99: 71_000 },
  ],
  money: { currency: 'XMC', assessed: '184302.40', atSale: '171940.15', secured: '9120.00', paid: '2480.75', owed: '761.50', entries: 24_118 },
}; // prettier-ignore
