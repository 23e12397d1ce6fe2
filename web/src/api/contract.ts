/** The published contract in the console's words: names for the parts of schema.d.ts that pages pass around. */
import type { components, operations } from './schema.d.ts';

type Schemas = components['schemas'];

/** What an operation answers when all is well. */
type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

type Sent<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

export type Session = Schemas['Session'];
export type Person = Answer<'getSessionPeople'>[number];

export type QueueView = 'all' | 'mine' | 'unclaimed' | 'waiting';
export type QueuePage = Schemas['Queue'];
export type QueueRow = QueuePage['rows'][number];
export type QueueCounts = QueuePage['counts'];
export type QueueChanges = Answer<'getOfficerQueueChanges'>;
export type Means = Answer<'getOfficerMeans'>[number];

export type Lane = QueueRow['lane'];
export type Money = NonNullable<QueueRow['value']>;
export type Colleague = NonNullable<QueueRow['claimedBy']>;
export type Proposal = NonNullable<QueueRow['proposal']>;

export type ParcelAnswer = Schemas['ParcelPage'];
export type ParcelHeading = ParcelAnswer['parcel'];
export type StoryEvent = ParcelAnswer['story'][number];
export type FactRow = ParcelAnswer['facts']['rows'][number];
export type FactCell = FactRow['cells'][string];
export type Statement = FactCell['statement'];
export type Judgement = ParcelAnswer['judgement'];
export type Piece = Judgement['pieces'][number];
export type Charges = NonNullable<Judgement['charges']>;
export type ChargeLine = Charges['lines'][number];
export type ChargeStep = ChargeLine['steps'][number];
export type OfferedAct = Judgement['actions'][number];
export type ActName = OfferedAct['act'];
export type Recorded = NonNullable<ParcelAnswer['recorded']>;

export type ActRequest = Sent<'postOfficerParcelsSchemeNumberActs'>;
export type ActReasons = Answer<'getOfficerReasons'>[number];
export type Code = ActReasons['reasonCodes'][number];
export type Source = ActReasons['legalGrounds'][number];

export type SearchAnswer = Answer<'getOfficerSearch'>;
export type Figures = Answer<'getOfficerFigures'>;

export type Operations = Answer<'getOfficerOperations'>;

export type Accounts = Answer<'getOfficerLedgerAccounts'>;
export type Unpaid = Answer<'getOfficerUnpaid'>;
export type ParcelLedger = Answer<'getOfficerParcelsSchemeNumberLedger'>;
export type Payment = Sent<'postOfficerParcelsSchemeNumberPayments'>;
export type Paid = Answer<'postOfficerParcelsSchemeNumberPayments'>;

export type AgencyParcel = Answer<'getAgencyParcels'>['parcels'][number];
export type AgencyAnswer = Sent<'postAgencyParcelsSchemeNumberAnswer'>;
export type AgencyWord = Answer<'postAgencyParcelsSchemeNumberAnswer'>;
export type AgencyQuestion = Sent<'postAgencyParcelsSchemeNumberQuestions'>;
