/** The public register of elements: what Customs collects, why, on what ground, for whom and for how long. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { CONTROLLERS, GROUNDS, HOLDERS, KNOWN_FROM, PURPOSES, RECIPIENTS, RETENTIONS } from '../../../domain/advance-data/element.ts'; // prettier-ignore
import { ELEMENTS } from '../../../domain/advance-data/elements.ts';
import { obligationsOf } from '../../../domain/advance-data/obligations.ts';
import { WCO_OF_ROLE } from '../../../domain/advance-data/party-elements.ts';
import type { Pack } from '../../../domain/jurisdiction/pack.ts';
import { writeDay } from '../../../domain/kernel/day.ts';
import { dayAt } from '../../../domain/kernel/instant.ts';
import { text } from '../../http/schema.ts';
import type { Platform } from '../../world.ts';

const among = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...values], description === undefined ? {} : { description }));

const ElementSchema = Type.Object({
  element: Type.String({ examples: ['items.commodityCode'] }),
  says: text,
  wco: Type.Union([Type.String(), Type.Null()], {
    description:
      'Chain of WCO Data Model ids. Of a party: below the class of its role, see `roles`.',
  }),
  purposes: Type.Array(among(PURPOSES)),
  ground: among(GROUNDS),
  controller: among(CONTROLLERS),
  heldBy: among(HOLDERS),
  givenBy: Type.Array(among(HOLDERS)),
  knownFrom: among(KNOWN_FROM),
  retention: among(
    RETENTIONS,
    '`message`: only within the encrypted message, and gone with the key of its day; `record`: with the parcel.',
  ),
  recipients: Type.Array(among(RECIPIENTS)),
  asked: Type.Array(
    Type.Object({ profile: text, as: text, obligation: among(['M', 'C', 'O', 'V']), source: text }),
    {
      description:
        'What the law in force asks: mandatory, conditional, optional or voluntary, by profile; the source stands in the pack.',
    },
  ),
});

export const RegisterSchema = Type.Object({
  pack: text,
  on: text,
  elements: Type.Array(ElementSchema),
  kept: Type.Array(
    Type.Object({ retentionClass: text, years: Type.Integer(), countedFrom: text, source: text }),
    { description: 'How long messages are readable: after that the key of their day is deleted.' },
  ),
  roles: Type.Array(
    Type.Object({ role: text, party: text, id: text, name: text }),
    { description: 'Class, id element and name element of a party in the WCO Data Model, by role.' },
  ),
}); // prettier-ignore

type Register = Static<typeof RegisterSchema>;
type Law = Pick<Pack, 'datasets' | 'retentions'> & { readonly on: number };

const registerOf = (pack: string, { on, datasets, retentions }: Law): Register => ({
  pack,
  on: writeDay(on),
  elements: [...ELEMENTS].map(([element, row]) => ({
    element,
    ...row,
    purposes: [...row.purposes],
    givenBy: [...row.givenBy],
    recipients: [...row.recipients],
    asked: [...obligationsOf(element, datasets)],
  })),
  kept: retentions.map(({ retentionClass, years, countedFrom, source }) => ({ retentionClass, years, countedFrom, source })), // prettier-ignore
  roles: Object.entries(WCO_OF_ROLE).map(([role, place]) => ({ role, ...place })),
});

export function addElements(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/public/elements',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary:
            'Every element that Customs collects: its purpose, ground, controller, holders, retention and recipients',
          tag: 'advance data',
          answers: { 200: RegisterSchema },
        },
      },
    },
    async (_request, reply) => {
      const { law, version } = platform.law.on(
        dayAt(platform.now(), platform.pack.zoneOffsetMinutes),
      );
      return reply.header('cache-control', 'public, max-age=300').send(registerOf(version, law));
    },
  );
}
