/** The published shapes of the desk: what a console may rely on. */
import { Type, type Static } from 'typebox';
import { LANES } from '../../domain/kernel/lane.ts';
import { AmountSchema, amountOrNull, count, moment, momentOrNull, ReferenceSchema, text, textOrNull } from '../http/schema.ts'; // prettier-ignore
import { DESK_ACTS } from './desk-acts.ts';

const lane = Type.Enum([...LANES]);
const flag = Type.Boolean();
const CodeSchema = Type.Object({ code: text, title: text });
const SourceSchema = Type.Object({ id: text, title: text });
const OfficeSchema = Type.Object({ code: text, name: text });

export const PersonSchema = Type.Object({
  id: text,
  name: text,
  roles: Type.Array(text),
  office: OfficeSchema,
});

export const SessionSchema = Type.Object({
  person: Type.Intersect([PersonSchema, Type.Object({ zone: text })]),
  csrf: Type.String({ description: 'To be sent as x-luxor-csrf with everything that changes something.' }), // prettier-ignore
  jurisdiction: Type.Object({ id: text, title: text, currency: text, zone: text }),
  demo: flag,
  now: moment,
  pace: Type.Number({ description: 'Seconds of the office that pass in one real second.' }),
});

export const SignInSchema = Type.Object(
  { person: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);

const ColleagueSchema = Type.Object({ id: text, name: text, you: flag });
const colleagueOrNull = Type.Union([ColleagueSchema, Type.Null()]);

const ProposalSchema = Type.Object({
  by: ColleagueSchema,
  at: moment,
  you: flag,
  reason: Type.Optional(text),
  undone: Type.Optional(textOrNull),
});
const proposalOrNull = Type.Union([ProposalSchema, Type.Null()]);

/** Whoever declared the parcel, and how good its statements of the last thirty days are. */
const ScoreSchema = Type.Object({ timeliness: count, accuracy: count, completeness: count, consistency: count, total: count, statements: count }); // prettier-ignore
const FilerSchema = Type.Object({ code: text, name: text, quality: Type.Union([ScoreSchema, Type.Null()]) }); // prettier-ignore
const filerOrNull = Type.Union([FilerSchema, Type.Null()]);

const QueueRowSchema = Type.Object({
  parcel: ReferenceSchema,
  lane,
  hold: textOrNull,
  stage: text,
  dueAt: momentOrNull,
  what: text,
  from: text,
  firstReason: text,
  claimedBy: colleagueOrNull,
  value: amountOrNull,
  means: textOrNull,
  since: moment,
  proposal: proposalOrNull,
});

export const QueueSchema = Type.Object({
  rows: Type.Array(QueueRowSchema),
  counts: Type.Object({ mine: count, unclaimed: count, waiting: count, all: count }),
  next: Type.Optional(Type.String({ description: 'Ask again with it as `after` for the rows that follow.' })), // prettier-ignore
  version: count,
  now: moment,
});

export const QueueQuerySchema = Type.Object(
  {
    view: Type.Enum(['mine', 'unclaimed', 'waiting', 'all'], { default: 'all' }),
    means: Type.Optional(Type.String({ maxLength: 35 })),
    lane: Type.Optional(lane),
    after: Type.Optional(Type.String({ maxLength: 40 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
);
export type QueueQuery = Static<typeof QueueQuerySchema>;

export const ChangesQuerySchema = Type.Object({ since: count }, { additionalProperties: false });
export const ChangesSchema = Type.Object({ new: count, version: count, now: moment });

export const MeansSchema = Type.Array(
  Type.Object({
    means: text,
    arrivalAt: moment,
    parcels: count,
    cleared: count,
    toLookAt: count,
    waiting: count,
  }),
);

const EntrySchema = Type.Object({
  sequence: Type.Integer(),
  leaf: Type.Union([Type.String({ description: 'Place in the sealed log, in decimal.' }), Type.Null()]), // prettier-ignore
});

const StoryLineSchema = Type.Object({
  at: moment,
  title: text,
  detail: Type.Optional(text),
  by: Type.Optional(text),
  receipt: Type.Optional(text),
  changed: Type.Optional(flag),
  entry: EntrySchema,
});

const CellSchema = Type.Object({
  text,
  inUse: flag,
  disagrees: Type.Optional(flag),
  note: Type.Optional(text),
  statement: Type.Object({ id: text, at: moment, sender: text, receipt: textOrNull }),
});

const StepSchema = Type.Object({
  what: text,
  base: Type.Optional(text),
  rate: Type.Optional(text),
  result: text,
  rule: text,
});

const ChargesSchema = Type.Object({
  lines: Type.Array(
    Type.Object({
      charge: text,
      label: text,
      amount: text,
      item: Type.Union([Type.Integer(), Type.Null()]),
      place: Type.Enum(['at-sale', 'at-border']),
      rule: text,
      source: SourceSchema,
      steps: Type.Array(StepSchema),
    }),
  ),
  customsValue: AmountSchema,
  total: text,
  payable: text,
  currency: text,
  standing: text,
  incomplete: flag,
  reliefs: Type.Array(text),
});

const JudgementSchema = Type.Object({
  pieces: Type.Array(
    Type.Object({
      reason: text,
      band: Type.Enum(['A', 'B', 'C', 'D', 'E']),
      lookFor: Type.Optional(text),
      rule: Type.Optional(text),
      version: Type.Optional(Type.Integer()),
      weight: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
      detail: Type.Optional(text),
    }),
  ),
  lookFor: Type.Array(text),
  band: Type.Optional(Type.Enum(['A', 'B', 'C', 'D', 'E'])),
  score: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  findings: Type.Array(
    Type.Object({ code: text, severity: text, pointer: text, message: text, fix: text }),
  ),
  category: Type.Union([Type.Integer({ minimum: 1, maximum: 4 }), Type.Null()]),
  because: Type.Array(text),
  charges: Type.Union([ChargesSchema, Type.Null()]),
  conditions: Type.Object({ met: Type.Array(text), unmet: Type.Array(text) }),
  actions: Type.Array(
    Type.Object({
      act: Type.Enum([...DESK_ACTS]),
      label: text,
      key: Type.Optional(text),
      enabled: flag,
      because: Type.Optional(text),
      hurts: Type.Optional(flag),
    }),
  ),
  proposal: proposalOrNull,
});

const HeadingSchema = Type.Intersect([
  ReferenceSchema,
  Type.Object({
    lane,
    hold: textOrNull,
    stage: text,
    category: Type.Union([Type.Integer(), Type.Null()]),
    direction: textOrNull,
    nature: textOrNull,
    channel: textOrNull,
    mode: textOrNull,
    means: textOrNull,
    arrivalAt: momentOrNull,
    arrivedAt: momentOrNull,
    dueAt: momentOrNull,
    from: textOrNull,
    to: textOrNull,
    outside: text,
    what: text,
    value: amountOrNull,
    receiver: textOrNull,
    filer: Type.Optional(filerOrNull),
    claimedBy: colleagueOrNull,
    lastLookedAt: momentOrNull,
    version: Type.Integer(),
    proposal: proposalOrNull,
    sight: Type.Enum(['none', 'words', 'rules', 'all'], { description: 'How much of targeting this answer may tell.' }), // prettier-ignore
  }),
]);

export const ParcelPageSchema = Type.Object({
  parcel: HeadingSchema,
  story: Type.Array(StoryLineSchema),
  changes: count,
  facts: Type.Object({
    columns: Type.Array(text),
    rows: Type.Array(
      Type.Object({ element: text, label: text, cells: Type.Record(text, CellSchema) }),
    ),
  }),
  judgement: JudgementSchema,
  recorded: Type.Optional(
    Type.Object({
      act: text,
      at: moment,
      by: text,
      entry: Type.Object({ sequence: Type.Integer() }),
    }),
  ),
});

export const PageQuerySchema = Type.Object(
  { peek: Type.Boolean({ default: false, description: 'A preview: nothing personal is opened, and you have not looked.' }) }, // prettier-ignore
  { additionalProperties: false },
);

const WORDS_MAX = 1_000;
const CODE_MAX = 100;

export const ActRequestSchema = Type.Object(
  {
    act: Type.Enum([...DESK_ACTS]),
    reasonCode: Type.Optional(Type.String({ maxLength: CODE_MAX })),
    reason: Type.Optional(Type.String({ maxLength: WORDS_MAX, description: 'In your own words; kept encrypted.' })), // prettier-ignore
    legalGround: Type.Optional(Type.String({ maxLength: CODE_MAX })),
    result: Type.Optional(Type.String({ maxLength: CODE_MAX })),
    note: Type.Optional(Type.String({ maxLength: WORDS_MAX })),
    found: Type.Optional(Type.Array(Type.String({ maxLength: CODE_MAX }), { maxItems: 20 })),
    minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 1440 })),
    expectedVersion: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);

export const ReasonsSchema = Type.Array(
  Type.Object({
    act: text,
    reasonCodes: Type.Array(CodeSchema),
    legalGrounds: Type.Array(SourceSchema),
    appeal: Type.Optional(text),
    results: Type.Optional(Type.Array(CodeSchema)),
    found: Type.Optional(Type.Array(CodeSchema)),
  }),
);

export const SearchQuerySchema = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);

export const SearchSchema = Type.Object({
  parcels: Type.Array(QueueRowSchema),
  more: Type.Optional(flag),
});
