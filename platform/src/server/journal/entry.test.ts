/** Shows that the body of a journal entry is the canonical JSON of what it states. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import { entryBody, type EntryDraft, type FrameReference } from './entry.ts';
import { writeMoment } from './moment.ts';

const reference = fc.record({
  segment: fc.bigInt({ min: 0n, max: 2n ** 62n }),
  frame: fc.nat(999),
  commitment: fc.base64String({ maxLength: 44 }),
});

const asJson = ({ segment, ...rest }: FrameReference): Json => ({ ...rest, segment: `${segment}` });

test('the body of an entry is spelt as canonical JSON spells the whole', () => {
  const drafts = fc.record<EntryDraft>({
    shardKey: fc.nat(255),
    parcelId: fc.bigInt({ min: 0n, max: 2n ** 62n }),
    sequence: fc.nat(),
    entryId: fc.bigInt({ min: 0n, max: 2n ** 62n }),
    at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    actor: fc.string(),
    command: fc.string(),
    versions: fc.dictionary(fc.string(), fc.string()).map(canonicalJson),
    input: fc.option(reference),
    commitments: fc.array(reference, { maxLength: 3 }),
    events: fc.array(fc.dictionary(fc.string(), fc.integer())).map(canonicalJson),
  });
  fc.assert(
    fc.property(drafts, (draft) => {
      const whole = canonicalJson({
        actor: draft.actor,
        at: writeMoment(draft.at),
        command: draft.command,
        commitments: draft.commitments.map(asJson),
        entry: `${draft.entryId}`,
        events: JSON.parse(draft.events) as Json,
        input: draft.input === null ? null : asJson(draft.input),
        parcel: `${draft.parcelId}`,
        sequence: draft.sequence,
        versions: JSON.parse(draft.versions) as Json,
      });
      assert.equal(entryBody(draft), whole);
      assert.equal(
        writeMoment(draft.at),
        Temporal.Instant.fromEpochMilliseconds(draft.at).toString({ smallestUnit: 'millisecond' }),
      );
    }),
  );
});
