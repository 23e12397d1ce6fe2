/** The score falls with what is wrong, never rises with it, and adds up to the same in any order. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  euros,
  itemOf,
  lawForTests,
  qualityRow,
  statedOf,
  validated,
} from '../../../test/support/statements.ts';
import { catalogueSections, graded, type FindingCode } from './catalogue.ts';
import { scoreQuality, type Quality } from './quality.ts';
import {
  addToFilerQuality,
  averageQuality,
  mergeFilerQuality,
  NO_MESSAGES,
} from './quality-of-filer.ts';

const CODES = Object.values(catalogueSections).flatMap((section) => Object.keys(section));
const findings = fc.array(
  fc.record({
    code: fc.constantFrom(...CODES),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
    pointer: fc.constantFrom('/consignments/0/totalValue', '/consignments/0/items/0/value'),
  }),
  { maxLength: 20 },
);
const weights = { timeliness: 1, accuracy: 2, completeness: 3, consistency: 4 };
const NOTHING_ASKED = { asked: 0, stated: 0 };
const part = fc.nat({ max: 100 });
const qualities = fc.record(
  { timeliness: part, accuracy: part, completeness: part, consistency: part, total: part },
  { noNullPrototype: true },
);

suite('The score of a statement', () => {
  const scored = (
    found: Parameters<typeof scoreQuality>[0]['findings'],
    minutesLate = 0,
  ): Quality =>
    scoreQuality({ findings: found, tally: NOTHING_ASKED, minutesLate, items: 2, weights });

  test('stays within 0 and 100, and its total between its parts', () =>
    fc.assert(
      fc.property(findings, fc.nat({ max: 5000 }), (found, late) => {
        const { total, ...parts } = scored(found, late);
        const figures = Object.values(parts);
        for (const figure of figures)
          assert.ok(Number.isInteger(figure) && figure >= 0 && figure <= 100);
        assert.ok(total >= Math.min(...figures) && total <= Math.max(...figures));
      }),
    ));

  test('never rises with one finding more, nor with a minute more', () =>
    fc.assert(
      fc.property(findings, findings, fc.nat({ max: 2000 }), (found, more, late) => {
        assert.ok(scored([...found, ...more], late).total <= scored(found, late).total);
        assert.ok(scored(found, late + 1).total <= scored(found, late).total);
      }),
    ));

  test('falls in the part that the finding measures', () => {
    const one = (code: FindingCode) => scored([{ code, severity: 'error', pointer: '' }]);
    assert.equal(one('value-zero').accuracy, 60);
    assert.equal(one('items-sum-differs').consistency, 60);
    assert.equal(one('postcode-missing').completeness, 60);
    assert.equal(one('statement-parked').total, 100);
  });

  test('weighs one wrong item of many as one of many', () => {
    const wrong = itemOf({ description: 'Parts', value: euros(1_230n) });
    const of = (count: number) => {
      const items = [wrong, ...Array.from({ length: count - 1 }, () => itemOf())];
      return validated(statedOf({ items, totalValue: euros(1_230n * BigInt(count)) })).quality
        .accuracy;
    };
    assert.deepEqual([of(1), of(2), of(40), of(41)], [60, 80, 99, 99]);
  });

  test('is weighed as the law says', () => {
    const spoilt = statedOf({ countryOfDestination: 'ZZ' });
    const law = lawForTests({ dataQuality: [qualityRow('score-weights', ['accuracy=1'])] });
    assert.equal(validated(spoilt).quality.total, 90);
    assert.equal(validated(spoilt, { law }).quality.total, 60);
  });

  test('does not count a missing element twice', () => {
    const code = 'required-element-missing';
    const missing = [graded({ code, severity: 'error', pointer: '' }, 'warning')];
    const score = scoreQuality({
      findings: missing,
      tally: { asked: 4, stated: 3 },
      minutesLate: 0,
      items: 0,
      weights,
    });
    assert.equal(score.completeness, 75);
  });
});

suite('The score of a filer', () => {
  const fold = (messages: readonly Quality[]) => messages.reduce(addToFilerQuality, NO_MESSAGES);

  test('is the same in whatever order messages come and periods are merged', () =>
    fc.assert(
      fc.property(fc.array(qualities), fc.array(qualities), (one, other) => {
        assert.deepEqual(fold([...one, ...other]), fold([...other, ...one].reverse()));
        assert.deepEqual(mergeFilerQuality(fold(one), fold(other)), fold([...one, ...other]));
      }),
    ));

  test('averages to itself when all messages are alike', () =>
    fc.assert(
      fc.property(qualities, fc.integer({ min: 1, max: 50 }), (quality, times) => {
        assert.deepEqual(
          averageQuality(fold(Array.from({ length: times }, () => quality))),
          quality,
        );
      }),
    ));

  test('is unknown while there is no message', () => {
    assert.equal(averageQuality(NO_MESSAGES), null);
  });
});
