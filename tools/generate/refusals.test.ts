/** The page of refusals misses none that the source makes, however it is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalsIn } from './refusals.ts';

test('a refusal is found where it is made and where it is listed', () => {
  const found = refusalsIn(`
    const OFFICER_REFUSALS = { 'role-missing': 'No.' } as const satisfies Readonly<Record<string, string>>;
    return failure(refusal('not-now', 'Not now.'));
    return refuse('days-open', \`\${open} parcels of \${day} are open.\`);
  `);
  assert.deepEqual(found, [
    { code: 'role-missing', sentence: 'No.' },
    { code: 'not-now', sentence: 'Not now.' },
    { code: 'days-open', sentence: '… parcels of … are open.' },
  ]);
});

test('a refusal whose code is known only when it runs is left to the list it comes from', () => {
  assert.deepEqual(refusalsIn('failure(refusal(code, LIST[code]));'), []);
});
