/** Holds the rules of Meridia against the stories they were written for, and against the honest parcels beside them. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  CURRENCY,
  itemOf,
  knowledgeOf,
  standingOf,
  subjectOf,
} from '../../../test/support/parcels.ts';
import { loadPack } from '../../server/packs/load.ts';
import type { Item } from '../advance-data/statement.ts';
import { lawInForce } from '../jurisdiction/in-force.ts';
import { invariant } from '../kernel/invariant.ts';
import { readDay } from '../kernel/day.ts';
import type { Finding } from '../kernel/finding.ts';
import type { Lane } from '../kernel/lane.ts';
import { money } from '../kernel/money.ts';
import { assessRisk } from './assess-risk.ts';
import { combineLane } from './combine.ts';
import { compileRules } from './rules.ts';
import type { RiskSubject } from './subject.ts';

const { pack, findings } = loadPack(
  path.resolve(import.meta.dirname, '../../../../packs/xm-meridia'),
);
const day = readDay('2026-11-24');
invariant(
  pack !== null && day !== null,
  `the pack of Meridia is sound: ${JSON.stringify(findings[0])}`,
);
const law = lawInForce(pack, day);
const book = compileRules(law);

const assess = (subject: RiskSubject) => assessRisk(subject, book, { draw: null, model: null });
const hits = (subject: RiskSubject): readonly string[] =>
  assess(subject).pieces.map((piece) => piece.rule);
const withItem = (item: Partial<Item>): RiskSubject => subjectOf({ items: [itemOf(item)] });
const notice = (code: string): Finding => ({ code, severity: 'warning', pointer: '' });

type Story = {
  readonly rule: string;
  readonly lane: Lane;
  readonly parcel: RiskSubject;
  /** What is just beside it, and must not be caught by the rule. */
  readonly honest: RiskSubject;
};

const fiscal = { collector: { scheme: 'meridia-vat-platform', number: 'XP00000017' } };
const toy = { description: 'magnetic building set 64 pieces', commodityCode: '950300' };
const belt = { description: 'belt of python leather', commodityCode: '420330' };

const STORIES: Readonly<Record<string, Story>> = {
  'a vague description is asked about': {
    rule: 'description-vague', lane: 'release', parcel: withItem({ description: 'car accessories' }),
    honest: withItem({ description: 'rubber floor mats, car accessories' }),
  },
  'a precursor of explosives is proposed for do-not-load': {
    rule: 'explosive-precursor', lane: 'do-not-load', parcel: withItem({ description: 'Potassium perchlorate 1 kg', commodityCode: '282990' }),
    honest: withItem({ description: 'Potassium perchlorate 1 kg', commodityCode: '282990', licences: ['PREC-2026-11'] }),
  },
  'fireworks are proposed for do-not-load': {
    rule: 'prohibition:explosives', lane: 'do-not-load', parcel: withItem({ description: 'New year fireworks', commodityCode: '360410' }),
    honest: withItem({ description: 'Firework print on a T-shirt', commodityCode: '610910' }),
  },
  'a collector number of somebody else is held': {
    rule: 'collector-of-another', lane: 'hold',
    parcel: subjectOf({ fiscal }, { knowledge: knowledgeOf({ collectorHolder: standingOf({ code: 'P0031' }) }) }),
    honest: subjectOf({ fiscal }, { knowledge: knowledgeOf({ collectorHolder: standingOf() }) }),
  },
  'one order in nine parcels is examined': {
    rule: 'order-split', lane: 'examine', parcel: subjectOf({}, { knowledge: knowledgeOf({ orderParcels: 8 }) }),
    honest: subjectOf({}, { knowledge: knowledgeOf({ orderParcels: 2 }) }),
  },
  'a gift that was paid for has its papers checked': {
    rule: 'gift-is-sale', lane: 'documents', parcel: subjectOf({ nature: 'gift' }, { findings: [notice('gift-with-payment')] }),
    honest: subjectOf({ nature: 'gift' }),
  },
  'a recalled toy is examined': {
    rule: 'toy-recalled', lane: 'examine', parcel: withItem({ ...toy, gtin: '2001234500012' }),
    honest: withItem({ ...toy, gtin: '2001234500031' }),
  },
  'undeclared lithium cells are examined': {
    rule: 'lithium-undeclared', lane: 'examine', parcel: withItem({ description: '12 pcs 18650 cells for torch', commodityCode: '851310' }),
    honest: withItem({ description: '12 pcs 18650 cells for torch', commodityCode: '851310', unNumber: '3480' }),
  },
  'leather of a protected species is held': {
    rule: 'species-leather', lane: 'hold', parcel: withItem(belt), honest: withItem({ ...belt, licences: ['CITES-XM-2026-88'] }),
  },
  'a telephone at the price of a case is examined': {
    rule: 'telephone-too-cheap', lane: 'examine',
    parcel: withItem({ description: 'smartphone 256 GB', commodityCode: '851713', value: money(3_000n, CURRENCY) }),
    honest: withItem({ description: 'smartphone 256 GB', commodityCode: '851713', value: money(3_001n, CURRENCY) }),
  },
}; // prettier-ignore

suite('The rules of Meridia', () => {
  test('let an ordinary parcel go without a word', () => {
    const { lane, score, pieces, shadow } = assess(subjectOf());
    assert.deepEqual(
      { lane, score, pieces, shadow },
      { lane: 'release', score: 0, pieces: [], shadow: [] },
    );
  });

  for (const [name, { rule, lane, parcel, honest }] of Object.entries(STORIES)) {
    test(name, () => {
      assert.ok(hits(parcel).includes(rule), `${rule} among ${hits(parcel).join()}`);
      assert.equal(combineLane(assess(parcel).pieces.filter((piece) => piece.rule === rule)), lane);
      assert.ok(!hits(honest).includes(rule), `${rule} leaves the honest parcel alone`);
    });
  }

  test('hold a rule in shadow that would have found telephones declared as cases', () => {
    const heavy = withItem({ description: 'phone cases', commodityCode: '392690', quantity: { micro: 12_000_000n, unit: 'NAR' }, massNet: { micro: 2_300_000n, unit: 'KGM' } }); // prettier-ignore
    const { lane, shadow } = assess(heavy);
    assert.equal(lane, 'release');
    assert.deepEqual(
      shadow.map((piece) => piece.rule),
      ['case-as-heavy-as-telephone'],
    );
    assert.equal(combineLane(shadow), 'examine');
  });

  test('speak in sentences, and ask only what a sender can answer', () => {
    for (const rule of law.riskRules) {
      assert.match(rule.reason, /^[A-Z{].*\.$/, rule.id);
      assert.ok(
        rule.lookFor === null || /^[A-Z].*[.?]$/.test(rule.lookFor),
        `${rule.id} looks for a sentence`,
      );
      assert.equal(
        rule.question !== null,
        rule.effect === 'ask',
        `${rule.id} asks exactly when it is a question`,
      );
      assert.ok(
        law.sources.some(({ id }) => id === rule.source),
        `${rule.id} has a source`,
      );
    }
  });

  test('draw newcomers more often than the rest, and dress the drawn in the words of regular controls', () => {
    assert.ok(book.covers.length >= 2);
    const newcomer = book.strata.find(({ name }) => name === 'newcomer');
    assert.ok(
      newcomer !== undefined &&
        book.strata.every(({ perMillion }) => perMillion <= newcomer.perMillion),
    );
  });
});
