/** The submit verb: every message is counted once, every finding is told with its place, and a platform may be far away. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { finding } from '../../../domain/validation/catalogue.ts';
import { newProgress } from '../progress.ts';
import { remoteSubmitter } from './remote.ts';
import { sendFile, sizeOfFiles } from './send-files.ts';
import { told, type Submitter } from './submitter.ts';
import { newTally } from './tally.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'luxor-submit-test-'));
});
after(() => rm(folder, { recursive: true }));

const order = (id: string): string =>
  `{"messageId":"${id}","sender":"P1","kind":"order","consignments":[{"orderNumbers":["O-1"]}]}`;

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

async function reportOf(submitter: Submitter, ...files: string[]) {
  const tally = newTally();
  const stop = new AbortController().signal;
  for (const file of files) await sendFile(file, { submitter, tally, progress: newProgress(0), stop }); // prettier-ignore
  await submitter.close();
  return tally.report(1);
}

/** Answers by the first letter of the message id. */
const fake: Submitter = {
  ready: () => Promise.resolve(),
  close: () => Promise.resolve(),
  submit: ({ wire: { messageId } }) => {
    if (messageId.startsWith('D')) return Promise.resolve({ status: 'duplicate', findings: [], parcels: new Map() }); // prettier-ignore
    if (messageId.startsWith('P')) return Promise.resolve({ status: 'parked', findings: [], parcels: new Map([['s10:1', null]]) }); // prettier-ignore
    if (messageId.startsWith('R')) return Promise.resolve({ status: 'refused', findings: [told(finding('sender-inactive', '/sender'))], parcels: new Map() }); // prettier-ignore
    const lane = messageId.endsWith('2') ? 'examine' : 'release';
    return Promise.resolve({
      status: 'accepted',
      findings: [],
      parcels: new Map([['s10:9', lane]]),
    });
  },
};

test('submissions are accepted, refused, repeated or parked, and a parcel counts once, in its last lane', async () => {
  const file = await fileOf('mixed.ndjson', ['A1', 'A2', 'D1', 'P1', 'R1'].map(order).concat('{"x":', '').join('\n')); // prettier-ignore
  const { findings, ...counts } = await reportOf(fake, file);
  assert.deepEqual(counts, {
    submissions: 6, accepted: 2, refused: 2, duplicates: 1, parked: 1, parcels: 1, lanes: { examine: 1 },
    findingsByCode: { 'json-malformed': 1, 'sender-inactive': 1 }, seconds: 1,
  }); // prettier-ignore
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ['json-malformed', 6, 6],
      ['sender-inactive', 5, 1],
    ].toSorted((a, b) => Number(b[1]) - Number(a[1])),
  );
});

test('a finding about a table names the cell it was read from', async () => {
  const file = await fileOf('one.csv', 'kind,messageId,sender\norder,R1,P1\n');
  const { findings } = await reportOf(fake, file);
  assert.deepEqual(findings.map(({ code, line, column }) => [code, line, column]), [['sender-inactive', 2, 3]]); // prettier-ignore
});

test('at most a thousand findings are listed, what refused first, and all are counted', async () => {
  const file = await fileOf('many.ndjson', Array.from({ length: 1_500 }, () => '{"a":').join('\n'));
  const { findings, findingsByCode } = await reportOf(fake, file);
  assert.deepEqual([findings.length, findingsByCode], [1_000, { 'json-malformed': 1_500 }]);
});

test('a file that is not there is named before anything is sent', async () => {
  await assert.rejects(sizeOfFiles([path.join(folder, 'none')]), { code: 'file-unreadable', exitCode: 2 }); // prettier-ignore
  await assert.rejects(sizeOfFiles([folder]), /it is a folder/);
});

test('messages go to a platform over HTTP as the very lines of the file, and its answers come back', async () => {
  const lines: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const sent = body.split('\n').filter((line) => line !== '');
      lines.push(...sent);
      if (request.headers.authorization !== 'Bearer key') response.statusCode = 401;
      response.end(sent.map((_, index) => `${JSON.stringify({ status: index === 0 ? 'refused' : 'accepted', findings: index === 0 ? [{ code: 'x', severity: 'error', pointer: '/a', message: 'm', fix: 'f' }] : [] })}\n`).join('')); // prettier-ignore
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  try {
    const file = await fileOf('two.ndjson', `${order('A1')}\n${order('A2')}\n`);
    const report = await reportOf(remoteSubmitter(url, 'key'), file);
    assert.deepEqual([report.accepted, report.refused], [1, 1]);
    assert.deepEqual(lines, [order('A1'), order('A2')]);
    assert.deepEqual(report.findings.map(({ code, line, pointer }) => [code, line, pointer]), [['x', 1, '/a']]); // prettier-ignore
    await assert.rejects(reportOf(remoteSubmitter(url, 'wrong'), file), { exitCode: 2 });
  } finally {
    server.close();
  }
  await assert.rejects(reportOf(remoteSubmitter(url, 'key'), await fileOf('a.ndjson', order('A1'))), { code: 'platform-unreachable' }); // prettier-ignore
});
