/** A filer learns what is asked of it and why, and is judged by nothing it cannot see. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { RegisterSchema } from '../../src/server/gateways/api/elements-route.ts';
import { ask } from '../support/contract.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;

suite('A filer', () => {
  let opened: Opened;

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
  });
  after(() => opened.drop());

  test('reads without signing in why each element is asked, and what the law in force makes of it', async () => {
    const register = await ask(opened.app, { url: '/v1/public/elements' }, RegisterSchema);
    assert.match(register.pack, /^xm-meridia@/);
    assert.equal(register.on, '2026-11-24');
    const find = (name: string) => register.elements.find(({ element }) => element === name);
    assert.deepEqual(
      find('items.description')?.asked.filter(({ profile }) => profile === 'standard').map(({ obligation }) => obligation),
      ['M'],
    ); // prettier-ignore
    assert.deepEqual(find('items.gtin')?.asked.map(({ obligation }) => obligation), ['V']); // prettier-ignore
    const city = find('parties.address.city');
    assert.equal(city?.retention, 'message');
    assert.ok(
      city.asked.some(({ as }) => as === 'parties.consignee.address'),
      'whoever asks for an address asks for its town',
    );
  });
});
