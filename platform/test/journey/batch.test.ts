/** Batches as traders send them over the network: lines and tables get the same answers, and no file costs us memory or words. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, suite, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { WireSubmission } from '../../src/domain/advance-data/wire.ts';
import { one, sql } from '../../src/server/db/sql.ts';
import { columnsFor, csvLine, rowsOf } from '../../src/server/gateways/table/write-table.ts';
import { writeXlsx, zipped } from '../../src/server/gateways/table/write-xlsx.ts';
import { hostileFile, streamWithLongLine } from '../support/hostile.ts';
import { openSuitePlatform } from '../support/platform.ts';
import { declarationOf, s10, SENDERS } from '../support/submissions.ts';

type Opened = Awaited<ReturnType<typeof openSuitePlatform>>;
type Headers = Record<string, string>;
type Line = {
  readonly line: number;
  readonly status: string;
  readonly messageId?: string;
  readonly findings: readonly { code: string; pointer: string; line?: number; column?: number }[];
};

const NDJSON = 'application/x-ndjson';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MEBIBYTE = 1_048_576;

const tableOf = (submissions: readonly WireSubmission[]): (readonly string[])[] => {
  const columns = columnsFor(submissions);
  return [columns.map(({ name }) => name), ...submissions.flatMap((each) => rowsOf(each, columns))];
};
const csvOf = (submissions: readonly WireSubmission[]): string =>
  tableOf(submissions).map(csvLine).join('');
const xlsxOf = (submissions: readonly WireSubmission[]): Promise<Uint8Array> =>
  writeXlsx([{ name: 'submission', rows: tableOf(submissions) }]);

/** Sound, with a code that does not exist, of another sender, and against the schema. */
const storyFrom = (serial: number): WireSubmission[] => [
  declarationOf(s10(serial)),
  declarationOf(s10(serial + 1), { item: { commodityCode: '999999' } }),
  declarationOf(s10(serial + 2), { submission: { sender: 'RIVAL-POST' } }),
  declarationOf(s10(serial + 3), { item: { origin: 'Qana' } }),
];

suite('A batch', () => {
  let opened: Opened;
  let headers: Headers;
  let url = '';

  before(async () => {
    opened = await openSuitePlatform();
    await opened.register(...SENDERS);
    headers = await opened.traderHeaders('QANA-POST');
    url = `${await opened.app.listen({ host: '127.0.0.1', port: 0 })}/v1/submissions/batch`;
  });
  after(() => opened.drop());

  async function send(type: string, body: string | Uint8Array): Promise<readonly Line[]> {
    const answer = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': type }, body: Buffer.from(body) }); // prettier-ignore
    assert.equal(answer.status, 200);
    return linesOf(await answer.text());
  }
  const linesOf = (text: string): readonly Line[] =>
    text.split('\n').filter((each) => each !== '').map((each) => JSON.parse(each) as Line); // prettier-ignore
  const told = (lines: readonly Line[]): readonly string[] =>
    lines.map(({ status, findings }) => [status, ...findings.map(({ code, pointer }) => `${code}${pointer}`).sort()].join(' ')); // prettier-ignore
  const codesOf = (lines: readonly Line[]): readonly string[][] =>
    lines.map(({ findings }) => findings.map(({ code }) => code));
  /** Whatever would show that something was written. */
  const recorded = () =>
    one<{ rows: bigint }>(opened.platform.database.intake, sql`select (select count(*) from submission) + (select count(*) from journal) + (select count(*) from segment) + (select count(*) from dead_letter) as rows`); // prettier-ignore

  test('of lines, of CSV and of XLSX gets the same answers, and tables are told row and cell', async () => {
    const lines = await send(NDJSON, storyFrom(200).map((each) => JSON.stringify(each)).join('\n')); // prettier-ignore
    const csv = await send('text/csv; charset=utf-8', csvOf(storyFrom(210)));
    const xlsx = await send(XLSX, await xlsxOf(storyFrom(220)));
    assert.deepEqual(told(csv), told(lines));
    assert.deepEqual(told(xlsx), told(lines));
    assert.deepEqual(lines.map(({ status }) => status), ['accepted', 'accepted', 'refused', 'refused']); // prettier-ignore
    assert.match(told(lines)[2] ?? '', /sender-not-yours/);
    for (const table of [csv, xlsx]) {
      assert.deepEqual(table.map(({ line }) => line), [2, 3, 4, 5].map((row) => row)); // prettier-ignore
      const names = tableOf(storyFrom(210))[0] ?? [];
      const unknown = table[1]?.findings.find(({ code }) => code.startsWith('commodity-code'));
      assert.deepEqual([unknown?.line, names[(unknown?.column ?? 0) - 1]], [3, 'item.commodityCode']); // prettier-ignore
    }
  });

  test('that is sent twice is answered twice and recorded once', async () => {
    const body = csvOf([declarationOf(s10(230))]);
    const [first] = await send('text/csv', body);
    const rows = await recorded();
    const [second] = await send('text/csv', body);
    assert.deepEqual([first?.status, second?.status], ['accepted', 'duplicate']);
    assert.deepEqual(await recorded(), rows);
  });

  test('that is ragged, of another encoding, a bomb, empty or of another kind is refused with its place', async (context) => {
    const sound = csvOf([declarationOf(s10(240))]);
    const [header = ''] = sound.split('\r\n');
    const bomb = await zipped([['xl/workbook.xml', Buffer.alloc(64 * MEBIBYTE)]], true);
    const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
      ['text/csv', Buffer.from(`\uFEFF${sound}`, 'utf16le'), 'encoding-invalid'],
      ['text/csv; charset=iso-8859-1', Buffer.concat([Buffer.from(header), Buffer.from('\r\nM\xfcller', 'latin1')]), 'encoding-invalid'],
      ['text/csv', `${header}\r\n"M-1`, 'csv-quote-open'],
      ['text/csv', await xlsxOf([declarationOf(s10(240))]), 'format-not-supported'],
      ['text/csv', JSON.stringify(declarationOf(s10(240))), 'format-not-supported'],
      ['text/csv', '%PDF-1.7', 'format-not-supported'],
      ['text/csv', '', 'message-empty'],
      [XLSX, sound, 'format-not-supported'],
      [XLSX, 'PK\u0003\u0004', 'archive-malformed'],
      [XLSX, bomb, 'archive-bomb'],
      [XLSX, '', 'message-empty'],
      [XLSX, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(33 * MEBIBYTE)]), 'message-too-large'],
    ]; // prettier-ignore
    const rows = await recorded();
    for (const [type, body, code] of cases) {
      const codes = codesOf(await send(type, body)).flat();
      assert.ok(codes.includes(code), `${type}: ${codes.join()} for ${code}`);
    }
    assert.deepEqual(await send('text/csv', header), []);
    const ragged = await hostileFile(context, 'csv-ragged.csv');
    if (ragged !== undefined) {
      const lines = await send('text/csv', ragged);
      assert.equal(codesOf(lines).flat().filter((code) => code === 'csv-ragged-row').length, 2); // prettier-ignore
    }
    assert.deepEqual(await recorded(), rows);
  });

  /** Sends what is made as it goes, and gives the answer with the most memory that was seen. */
  async function pour(type: string, body: AsyncIterable<Uint8Array>) {
    const before = process.memoryUsage.rss();
    let most = 0;
    const sending = request(url, { method: 'POST', headers: { ...headers, 'content-type': type } });
    const answered = new Promise<string>((resolve, reject) => {
      sending.on('error', reject).on('response', (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () => resolve(text));
      });
    });
    for await (const chunk of body) {
      if (!sending.write(chunk)) await new Promise((resolve) => sending.once('drain', resolve));
      most = Math.max(most, process.memoryUsage.rss() - before);
    }
    sending.end();
    return { lines: linesOf(await answered), most };
  }

  test('with a line of a gigabyte keeps what came before it, in bounded memory, and the line after it where lines stand alone', async () => {
    const sound = csvOf([declarationOf(s10(250))])
      .split('\r\n')
      .slice(0, 2)
      .join('\r\n');
    const csv = await pour('text/csv', streamWithLongLine(`${sound}\r`, 1024 * MEBIBYTE, 'x'));
    assert.equal(csv.lines[0]?.status, 'accepted');
    assert.deepEqual(codesOf(csv.lines)[1], ['line-too-long', 'file-cut-short']);
    assert.equal(csv.lines.length, 2);
    const [first, last] = [251, 252].map((serial) => JSON.stringify(declarationOf(s10(serial))));
    const lines = await pour(NDJSON, streamWithLongLine(first ?? '', 1024 * MEBIBYTE, last ?? ''));
    assert.deepEqual(lines.lines.map(({ status }) => status), ['accepted', 'refused', 'accepted']); // prettier-ignore
    for (const { most } of [csv, lines])
      assert.ok(most < 150 * MEBIBYTE, `${Math.round(most / MEBIBYTE)} MiB more`);
  });

  test('of any other media type is not supported, and nothing of it is read or written', async () => {
    const body = JSON.stringify(declarationOf(s10(260)));
    const single = url.replace('/batch', '');
    const types = ['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/octet-stream', 'text/csvx', 'application/vnd.ms-excel', 'application/x-ndjson, text/csv', ' ', 'text/'];
    const cases = [...types.map((type) => [url, type]), ...[NDJSON, 'text/csv', XLSX, 'text/json', 'application/jsonp'].map((type) => [single, type])] as const;
    const rows = await recorded();
    for (const [to = '', type = ''] of cases) {
      const answer = await fetch(to, { method: 'POST', headers: { ...headers, 'content-type': type }, body });
      const problem = (await answer.json()) as { code: string };
      assert.deepEqual([answer.status, problem.code], [415, 'format-not-supported'], `${to} ${type}`);
    }
    const nothing = await fetch(single, { method: 'POST', headers });
    assert.deepEqual([nothing.status, ((await nothing.json()) as { code: string }).code], [422, 'message-empty']);
    assert.equal((await fetch(url, { method: 'POST', headers })).status, 200);
    assert.equal((await fetch(url, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'x' })).status, 401);
    assert.deepEqual(await recorded(), rows);
  }); // prettier-ignore

  test('as a workbook waits for the one before it of the same party, and not for one that was given up', async () => {
    const workbook = Buffer.from(await xlsxOf([declarationOf(s10(270))]));
    const stalled = request(url, { method: 'POST', headers: { ...headers, 'content-type': XLSX } });
    stalled.on('error', () => undefined);
    stalled.write(workbook.subarray(0, 100));
    const attempt = () => fetch(url, { method: 'POST', headers: { ...headers, 'content-type': XLSX }, body: workbook }); // prettier-ignore
    const until = async (status: number): Promise<Response> => {
      for (let tries = 0; tries < 100; tries++) {
        const answer = await attempt();
        if (answer.status === status) return answer;
        await answer.text();
        await pause(20);
      }
      throw new Error(`never ${status}`);
    };
    const full = await until(429);
    assert.equal(full.headers.get('retry-after'), '5');
    assert.equal(((await full.json()) as { code: string }).code, 'too-many-workbooks');
    const rival = await opened.traderHeaders('RIVAL-POST');
    const other = await fetch(url, { method: 'POST', headers: { ...rival, 'content-type': XLSX }, body: workbook }); // prettier-ignore
    assert.equal(other.status, 200, 'another party is not shut out');
    stalled.destroy();
    assert.equal((await until(200)).status, 200);
  });
});
