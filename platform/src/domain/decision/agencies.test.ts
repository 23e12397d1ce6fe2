/** An agency's word is asked where the law says so, counts for the goods it was about, and is nobody else's to give. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ProhibitionHit, RiskPiece } from '../risk/assessment.ts';
import type { Lane } from '../kernel/lane.ts';
import {
  agenciesNeeded,
  haveAgreed,
  hearAgency,
  needAgencies,
  type AgencyNeed,
} from './agencies.ts';
import { act } from './officer-act.ts';
import { NO_CUSTODY } from '../release/custody.ts';
import type { Role } from './officer.ts';

const hit = (row: string, action: ProhibitionHit['action'], agency = 'Health'): ProhibitionHit => ({ row, category: 'X', action, agency, items: [0] }); // prettier-ignore
const piece = (row: string, effect: Lane): RiskPiece => ({ rule: `prohibition:${row}`, version: 1, effect, weight: 1000, reason: '', items: [0] }); // prettier-ignore
const need = (row: string, goods = '1', lasting = true): AgencyNeed => ({ row, agency: 'Health', goods, lasting }); // prettier-ignore
const by = { person: 'hana', role: 'agency-officer', office: 'Health' } as const;
const agreed = { agency: 'Health', answer: 'agreed', by } as const;

suite('The word of an agency', () => {
  test('is needed for goods held for it and for goods held without their licence, not for goods that may never enter', () => {
    const rows = (pieces: readonly RiskPiece[], ...prohibitions: readonly ProhibitionHit[]) =>
      agenciesNeeded({ prohibitions, pieces }, '7').map(({ row, lasting }) => `${row} ${lasting ? 'lasts' : 'ends'}`); // prettier-ignore
    assert.deepEqual(rows([piece('toys', 'examine')], hit('toys', 'hold')), ['toys lasts']);
    assert.deepEqual(rows([piece('species', 'hold')], hit('species', 'licence')), ['species ends']);
    assert.deepEqual(rows([piece('plants', 'documents')], hit('plants', 'licence')), []);
    assert.deepEqual(rows([piece('bombs', 'do-not-load')], hit('bombs', 'refuse')), []);
    assert.deepEqual(rows([]), []);
  });

  test('stands when the same goods are decided on again, and is asked again about other goods', () => {
    const given = hearAgency(needAgencies([], [need('toys')]), agreed);
    assert.ok(haveAgreed(needAgencies(given, [need('toys')])));
    assert.deepEqual(needAgencies(given, [need('toys', '2')]).map(({ answer }) => answer), ['waiting']); // prettier-ignore
  });

  test('is not talked away by new words for the goods, but a licence ends the need that its lack made', () => {
    const asked = needAgencies([], [need('toys'), need('medicines', '1', false)]);
    assert.deepEqual(needAgencies(asked, []).map(({ row }) => row), ['toys']); // prettier-ignore
  });

  test('is the agency’s own: of each row it is asked about, and of no other agency’s', () => {
    const asked = needAgencies([], [need('toys'), need('food'), { ...need('species'), agency: 'Environment' }]); // prettier-ignore
    assert.deepEqual(hearAgency(asked, agreed).map(({ answer }) => answer), ['agreed', 'agreed', 'waiting']); // prettier-ignore
    assert.equal(haveAgreed(hearAgency(asked, agreed)), false);
    assert.equal(haveAgreed([]), false);
  });

  test('comes from a person in that role who speaks for an agency that is asked', () => {
    const tried = (roles: readonly Role[], agency: string | null): string => {
      const parcel = { ...NO_CUSTODY, agencies: needAgencies([], [need('toys')]) };
      const context = { grounds: new Set<string>(), targeters: [], drawnSecond: null, agency };
      const outcome = act(
        { parcel, officer: { person: 'p', name: 'N', roles, office: 'O' }, context },
        { act: 'answer-agency', answer: 'agreed', reason: 'permit-valid' },
      );
      return outcome.ok ? 'done' : outcome.error.code;
    };
    assert.equal(tried(['agency-officer'], 'Health'), 'done');
    assert.equal(tried(['front-officer', 'supervisor'], 'Health'), 'role-missing');
    assert.equal(tried(['agency-officer'], null), 'agency-unknown');
    assert.equal(tried(['agency-officer'], 'Environment'), 'agency-not-asked');
  });
});
