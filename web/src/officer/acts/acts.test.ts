/** Proves that keys, buttons and questions fit the act, and that what hurts is never one key away. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { ActName, OfferedAct } from '../../api/contract.ts';
import {
  actForKey,
  arrange,
  asksFirst,
  previewActs,
  recordedSentence,
  sharedRefusal,
} from './acts.ts';

const offered = (act: ActName, enabled = true): OfferedAct => ({ act, label: act, enabled });

test('the key r confirms when there is something to confirm, and otherwise says why not', () => {
  const actions = [offered('propose-release', false), offered('confirm-release')];
  assert.equal(actForKey('r', actions)?.act, 'confirm-release');
  assert.equal(actForKey('r', [offered('release', false)])?.enabled, false);
  assert.equal(actForKey('r', []), null);
});

test('the key the server gives wins over ours', () => {
  assert.equal(actForKey('b', [{ ...offered('hold'), key: 'b' }])?.act, 'hold');
  assert.equal(actForKey('h', [{ ...offered('hold'), key: 'b' }]), null);
});

test('the filled button is what the lane is for, and a waiting confirmation goes before it', () => {
  const actions = [offered('examine'), offered('hold'), offered('seize')];
  assert.equal(arrange('examine', actions).first?.act, 'examine');
  const waiting = [...actions, offered('confirm-release')];
  assert.equal(arrange('examine', waiting).first?.act, 'confirm-release');
});

test('acts that hurt stand apart and are not offered beside the queue', () => {
  const actions = [offered('seize'), offered('destroy'), offered('hold'), offered('release')];
  assert.deepEqual(
    arrange('hold', actions).hurtful.map(({ act }) => act),
    ['seize', 'destroy'],
  );
  assert.deepEqual(
    previewActs('hold', actions).map(({ act }) => act),
    ['hold', 'release'],
  );
});

test('what nobody has taken is taken first', () => {
  const actions = [offered('claim'), offered('examine', false), offered('hold', false)];
  assert.equal(arrange('examine', actions).first?.act, 'claim');
});

test('a reason that several refused acts share is said once', () => {
  const refused = (act: ActName, because: string): OfferedAct => ({
    ...offered(act, false),
    because,
  });
  const same = [refused('scan', 'Take it first.'), refused('hold', 'Take it first.')];
  assert.equal(sharedRefusal(same), 'Take it first.');
  assert.equal(sharedRefusal([refused('release', 'Charges are owed.'), ...same]), 'Take it first.');
  assert.equal(sharedRefusal([refused('scan', 'Take it first.'), offered('hold')]), null);
  assert.equal(sharedRefusal([]), null);
});

test('every act that hurts asks first, even when the server lists no reasons for it', () => {
  for (const act of ['refuse', 'seize', 'destroy', 're-export', 'confirm-do-not-load'] as const)
    assert.equal(asksFirst(offered(act), undefined), true);
  assert.equal(asksFirst(offered('claim'), undefined), false);
});

test('what was recorded is told with its time, its officer and its journal entry', () => {
  assert.equal(
    recordedSentence({
      act: 'hold',
      at: '2026-11-20T14:06:02+02:00',
      by: 'Amina Haddad',
      entry: { sequence: 48_211 },
    }),
    'Held at 14:06 by Amina Haddad, journal entry 48,211.',
  );
});
