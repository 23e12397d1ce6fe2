/** Shows that no order of acts makes law without two persons, and that there is never more than one law in force. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  activeVersion,
  PACK_ACTS,
  takePackAct,
  type PackAct,
  type PackRegister,
  type PackState,
} from './pack-state.ts';

const act = fc.record({
  version: fc.constantFrom('one', 'two', 'three'),
  act: fc.constantFrom(...PACK_ACTS),
  person: fc.constantFrom('ada', 'ben', 'cem'),
});

/** The ways of the design, written out once more: DRAFT -> REVIEW -> SHADOW -> APPROVED(2) -> ACTIVE -> SUPERSEDED. */
const WAYS: ReadonlySet<string> = new Set([
  'none draft', 'draft review', 'review shadow', 'shadow shadow', 'shadow approved', 'approved active', 'draft active',
  'active superseded', 'superseded review', 'review draft', 'shadow draft', 'approved draft',
]); // prettier-ignore

const stateOf = (register: PackRegister, version: string): PackState | 'none' =>
  register.get(version)?.state ?? 'none';

function take(register: PackRegister, each: PackAct, isRehearsed = true): PackRegister {
  const taken = takePackAct(register, each, { isRehearsed });
  return taken.ok ? taken.value : register;
}

test('no order of acts puts a second law in force, or a law that two persons did not agree on since its shadow run', () => {
  let activations = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 120 }), (acts) => {
      let register: PackRegister = new Map();
      const agreed = new Map<string, Set<string>>();
      for (const each of acts) {
        const after = take(register, each);
        if (after === register) continue;
        for (const version of ['one', 'two', 'three']) {
          const way = `${stateOf(register, version)} ${stateOf(after, version)}`;
          assert.ok(register.get(version) === after.get(version) || WAYS.has(way), way);
        }
        if (each.act === 'shadow') agreed.set(each.version, new Set());
        if (each.act === 'approve') agreed.get(each.version)?.add(each.person);
        if (each.act === 'activate') {
          activations += 1;
          assert.equal(agreed.get(each.version)?.size, 2);
          assert.equal(activeVersion(after), each.version);
        }
        const inForce = [...after.values()].filter(({ state }) => state === 'active').length;
        assert.equal(inForce, activeVersion(register) === null && activeVersion(after) === null ? 0 : 1); // prettier-ignore
        register = after;
      }
    }),
    { seed: 20261124, numRuns: 500 },
  );
  assert.ok(activations > 0, 'the property has seen activations');
});

test('a person is never both of the two, and nobody approves law that was not rehearsed', () => {
  const by = (person: string, kind: PackAct['act']): PackAct => ({ version: 'two', act: kind, person }); // prettier-ignore
  let register: PackRegister = new Map([['one', { state: 'active', approvals: [] }]]);
  for (const kind of ['submit', 'review', 'shadow'] as const) register = take(register, by('ada', kind)); // prettier-ignore
  const codeOf = (each: PackAct, isRehearsed = true): string => {
    const taken = takePackAct(register, each, { isRehearsed });
    return taken.ok ? 'taken' : taken.error.code;
  };
  assert.equal(codeOf(by('ada', 'approve'), false), 'pack-not-rehearsed');
  register = take(register, by('ada', 'approve'));
  assert.equal(codeOf(by('ada', 'approve')), 'pack-approved-by-you');
  assert.equal(codeOf(by('ben', 'activate')), 'pack-act-out-of-order');
  register = take(register, by('ben', 'approve'));
  assert.equal(codeOf(by('cem', 'set-up')), 'pack-act-out-of-order');
  register = take(register, by('ada', 'activate'));
  assert.deepEqual([stateOf(register, 'one'), stateOf(register, 'two')], ['superseded', 'active']);
});
