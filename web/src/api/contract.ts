/** The officer desk's contract as the console reads it; this one file gives way to the types generated from openapi.json. */
import type { ParcelIdentity } from '../format/identifier.ts';

export type Lane = 'release' | 'documents' | 'scan' | 'examine' | 'hold' | 'refer' | 'do-not-load';

export type Money = { readonly amount: string; readonly currency: string };
export type Code = { readonly code: string; readonly title: string };
export type Source = { readonly id: string; readonly title: string };
export type Office = { readonly code: string; readonly name: string };

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly office: Office;
};

export type Session = {
  readonly person: Person & { readonly zone: string };
  readonly csrf: string;
  readonly jurisdiction: {
    readonly id: string;
    readonly title: string;
    readonly currency: string;
    readonly zone: string;
  };
  readonly demo: boolean;
  /** The office's time when the answer was written, and how many office seconds pass in a real one. */
  readonly now?: string;
  readonly pace?: number;
};

export type Colleague = { readonly id: string; readonly name: string; readonly you: boolean };
export type Proposal = {
  readonly by: Colleague | string;
  readonly at: string;
  readonly reason?: string;
  readonly you?: boolean;
};

export type QueueView = 'all' | 'mine' | 'unclaimed' | 'waiting';

export type QueueRow = {
  readonly parcel: ParcelIdentity;
  readonly lane: Lane;
  readonly hold?: string | null;
  readonly stage: string;
  readonly dueAt: string | null;
  readonly what: string;
  readonly from: string;
  readonly firstReason: string;
  readonly claimedBy?: Colleague | null;
  readonly value: Money | null;
  readonly means: string | null;
  readonly since: string;
  readonly receiver?: string | null;
  readonly proposal?: Proposal | null;
};

export type QueueCounts = {
  readonly mine: number;
  readonly unclaimed: number;
  readonly waiting: number;
  readonly all?: number;
};

export type QueuePage = {
  readonly rows: readonly QueueRow[];
  readonly counts: QueueCounts;
  readonly next?: string | null;
  readonly version: number;
  readonly now?: string;
};

export type QueueChanges = {
  readonly new: number;
  readonly version: number;
  readonly now?: string;
};

export type Means = {
  readonly means: string;
  readonly mode?: string | null;
  readonly arrivalAt: string;
  readonly parcels: number;
  readonly cleared: number;
  readonly toLookAt: number;
  readonly waiting: number;
};

export type StoryEvent = {
  readonly at: string;
  readonly title: string;
  readonly detail?: string | null;
  readonly by?: string | null;
  readonly receipt?: string | null;
  readonly changed?: boolean;
  readonly entry?: JournalEntry | null;
};

export type JournalEntry = { readonly sequence: number | string; readonly leaf?: string | null };

export type Statement = {
  readonly id: string;
  readonly at: string;
  readonly sender?: string | null;
  readonly receipt?: string | null;
};

export type FactCell = {
  readonly text: string;
  readonly inUse?: boolean;
  readonly disagrees?: boolean;
  readonly note?: string | null;
  readonly statement?: Statement | string | null;
};

export type FactRow = {
  readonly element: string;
  readonly label: string;
  readonly cells: Readonly<Record<string, FactCell | undefined>>;
};

export type Piece = {
  readonly reason: string;
  readonly detail?: string | null;
  readonly rule?: string | null;
  readonly version?: number | string | null;
  readonly weight?: number | null;
  readonly band?: string | null;
  readonly lookFor?: string | null;
};

export type Finding = {
  readonly code: string;
  readonly severity: string;
  readonly pointer?: string | null;
  readonly message: string;
  readonly fix?: string | null;
};

export type ChargeStep = {
  readonly what: string;
  readonly base?: string | null;
  readonly rate?: string | null;
  readonly result: string;
  readonly rule: string;
};

export type ChargeLine = {
  readonly charge: string;
  readonly label?: string | null;
  readonly amount: string | Money;
  readonly item?: number | null;
  readonly place: string;
  readonly rule: string;
  readonly source: Source | string;
  readonly steps: readonly ChargeStep[];
};

export type Charges = {
  readonly lines: readonly ChargeLine[];
  readonly customsValue?: Money | null;
  readonly total: string | Money;
  readonly payable: string | Money;
  readonly currency: string;
  readonly standing: string;
};

export type OfferedAct = {
  readonly act: string;
  readonly label: string;
  readonly key?: string | null;
  readonly enabled: boolean;
  readonly because?: string | null;
  readonly hurts?: boolean;
};

export type Judgement = {
  readonly pieces: readonly Piece[];
  readonly lookFor: readonly string[];
  readonly findings: readonly Finding[];
  readonly category: number | null;
  readonly because: readonly string[];
  readonly charges: Charges | null;
  readonly conditions: { readonly met: readonly string[]; readonly unmet: readonly string[] };
  readonly actions: readonly OfferedAct[];
  readonly proposal?: Proposal | null;
};

export type ParcelHeading = ParcelIdentity & {
  readonly lane: Lane;
  readonly hold?: string | null;
  readonly stage: string;
  readonly category: number | null;
  readonly nature: string | null;
  readonly channel: string | null;
  readonly mode: string | null;
  readonly means: string | null;
  readonly arrivalAt: string | null;
  readonly dueAt?: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly outside: string;
  readonly what?: string | null;
  readonly value?: Money | null;
  readonly receiver?: string | null;
  readonly claimedBy?: Colleague | null;
  readonly lastLookedAt?: string | null;
  readonly version?: number;
};

export type Recorded = {
  readonly act: string;
  readonly at: string;
  readonly by: string;
  readonly entry?: JournalEntry | null;
};

export type ParcelAnswer = {
  readonly parcel: ParcelHeading;
  readonly story: readonly StoryEvent[];
  readonly changes: number;
  readonly facts: { readonly columns: readonly string[]; readonly rows: readonly FactRow[] };
  readonly judgement: Judgement;
  readonly recorded?: Recorded;
};

export type ActRequest = {
  readonly act: string;
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly legalGround?: string;
  readonly result?: string;
  readonly found?: readonly string[];
  readonly note?: string;
  readonly expectedVersion?: number;
};

export type ActReasons = {
  readonly act: string;
  readonly reasonCodes: readonly Code[];
  readonly legalGrounds: readonly Source[];
  readonly appeal?: string | null;
  readonly results?: readonly Code[];
  /** What an examination may find, as many as apply. */
  readonly found?: readonly Code[];
};

export type SearchAnswer = {
  readonly parcels: readonly (Pick<
    QueueRow,
    'parcel' | 'lane' | 'stage' | 'what' | 'from' | 'value'
  > & { readonly means?: string | null })[];
  readonly more?: boolean;
};

export type Figures = {
  readonly at: string;
  readonly lanes: readonly { readonly lane: Lane; readonly parcels: number }[];
  readonly stages: readonly { readonly stage: string; readonly parcels: number }[];
  readonly categories: readonly { readonly category: number; readonly parcels: number }[];
  readonly release: readonly {
    readonly category: number;
    readonly parcels: number;
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
  }[];
  readonly money: {
    readonly currency: string;
    readonly assessed: string;
    readonly atSale?: string;
    readonly secured: string;
    readonly paid: string;
    readonly owed?: string;
    readonly entries?: number;
  };
};
