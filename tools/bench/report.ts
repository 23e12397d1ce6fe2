/** Puts a measurement into words: the stable JSON of the bench, and a table with one sentence a figure. */
import { COMBINATIONS } from './ceiling.ts';
import { median, percentile, rounded } from './figures.ts';
import type { Options } from './options.ts';
import { PLAIN_CONNECTIONS } from './plain.ts';
import { SINGLES_PER_SECOND, type Measured, type Slice } from './run.ts';

/** Consignments that were acknowledged and are not there, or were sent and never answered. */
export const lostOf = ({ losses }: Measured): number => losses.absent + losses.unanswered;

const medianOf = (slices: readonly Slice[], value: (slice: Slice) => number): number =>
  median(slices.map(value));

/** The best of several ways, each by its median over the slices. */
function bestOf(
  slices: readonly Slice[],
  ways: number,
  rate: (slice: Slice, way: number) => number,
) {
  let best = { way: 0, perSecond: 0 };
  for (let way = 0; way < ways; way++) {
    const perSecond = medianOf(slices, (slice) => rate(slice, way));
    if (perSecond > best.perSecond) best = { way, perSecond };
  }
  return best;
}

export function reportOf(measured: Measured, options: Options) {
  const { slices, losses } = measured;
  const path = medianOf(slices, (slice) => slice.path.perSecond);
  const total = slices.reduce((sum, { path: each }) => sum + each.consignments, 0);
  const seconds = slices.reduce((sum, { path: each }) => sum + each.seconds, 0);
  const ceiling = bestOf(slices, COMBINATIONS.length, (slice, way) => slice.ceiling[way] ?? 0);
  const plain = bestOf(slices, PLAIN_CONNECTIONS.length, (slice, way) => slice.plain[way] ?? 0);
  return {
    consignmentsPerSecond: rounded(path),
    ceilingPerSecond: rounded(ceiling.perSecond),
    ratioToCeiling: rounded(path / ceiling.perSecond, 3),
    plainPerSecond: rounded(plain.perSecond),
    ratioToPlain: rounded(path / plain.perSecond, 2),
    sustainedPerSecond: rounded(total / seconds),
    consignments: total,
    seconds: rounded(seconds, 1),
    lost: lostOf(measured),
    refused: losses.refused,
    p50Ms: rounded(percentile(measured.bulkLatencies, 0.5), 1),
    p99Ms: rounded(percentile(measured.bulkLatencies, 0.99), 1),
    single: {
      ratePerSecond: SINGLES_PER_SECOND,
      p50Ms: rounded(percentile(measured.singleLatencies, 0.5), 1),
      p99Ms: rounded(percentile(measured.singleLatencies, 0.99), 1),
    },
    cpuMicroseconds: {
      node: rounded(medianOf(slices, (slice) => slice.path.node), 1), // prettier-ignore
      postgres: rounded(medianOf(slices, (slice) => slice.path.postgres), 1), // prettier-ignore
      client: rounded(medianOf(slices, (slice) => slice.path.client), 1), // prettier-ignore
    },
    stages: stagesOf(measured),
    assessmentsPerSecond: Object.fromEntries(measured.assessments.map(({ pack, perSecond }) => [pack, perSecond])), // prettier-ignore
    bytesPerConsignment: {
      disk: rounded(measured.diskBytes),
      wal: rounded(medianOf(slices, (slice) => slice.path.walBytes)),
    },
    rssMegabytes: {
      at20s: rounded(measured.rss.at20s / 1e6),
      end: rounded(measured.rss.end / 1e6),
    },
    rules: options.rules,
    names: 0,
    itemsPerConsignment: rounded(measured.itemsMean, 2),
    lanes: measured.lanes,
    cores: measured.cores,
    loadAverage: rounded(measured.loadAverage, 2),
    ceilingBest: COMBINATIONS[ceiling.way],
    plainConnections: PLAIN_CONNECTIONS[plain.way],
    slices: slices.map((slice) => ({
      path: rounded(slice.path.perSecond),
      ceiling: slice.ceiling.map((rate) => rounded(rate)),
      plain: slice.plain.map((rate) => rounded(rate)),
    })),
    ...(measured.ledger === null ? {} : { ledger: measured.ledger }),
  };
}

export type Report = ReturnType<typeof reportOf>;

type Stage = { name: string; nodeMicroseconds: number; postgresMicroseconds: number };

/** The stages by themselves, and what is left of the whole: HTTP, sockets and batching on one side, the server's own workers on the other. */
function stagesOf({ stages, slices }: Measured): readonly Stage[] {
  const measured: Stage[] = stages.map(({ name, nodeMicroseconds, postgresMicroseconds }) => ({
    name,
    nodeMicroseconds: rounded(nodeMicroseconds, 1),
    postgresMicroseconds: rounded(postgresMicroseconds, 1),
  }));
  const rest = (whole: number, part: 'nodeMicroseconds' | 'postgresMicroseconds'): number =>
    rounded(whole - stages.reduce((sum, stage) => sum + stage[part], 0), 1);
  const node = medianOf(slices, (slice) => slice.path.node);
  const postgres = medianOf(slices, (slice) => slice.path.postgres);
  measured.push({
    name: 'rest',
    nodeMicroseconds: rest(node, 'nodeMicroseconds'),
    postgresMicroseconds: rest(postgres, 'postgresMicroseconds'),
  });
  return measured;
}

/** One line a figure. */
export function tableOf(report: Report): string {
  const { single, cpuMicroseconds: cpu, bytesPerConsignment: bytes, rssMegabytes: rss } = report;
  const best = report.ceilingBest;
  const slowest = Math.min(...Object.values(report.assessmentsPerSecond));
  const lines: readonly (readonly [string, string])[] = [
    [`${report.consignmentsPerSecond} /s`, `consignments a second through the whole durable path, the median of ${report.slices.length} slices`],
    [`${report.sustainedPerSecond} /s`, `over all ${report.seconds} seconds under load, ${report.consignments} consignments`],
    [`${report.ceilingPerSecond} /s`, `ceiling: binary COPY of the identical rows, best with batches of ${best?.batch ?? 0} on ${best?.connections ?? 0} connections`],
    [`${(report.ratioToCeiling * 100).toFixed(1)} %`, 'of that ceiling is what the path reaches'],
    [`${report.plainPerSecond} /s`, `plain stack: one transaction a parcel with ordinary inserts, best with ${report.plainConnections ?? 0} connections`],
    [`${report.ratioToPlain} x`, 'as fast as the plain stack'],
    [`${report.lost}`, 'messages lost: acknowledged and absent, or sent and never answered'],
    [`${report.p50Ms} ms`, `half of the answers of bulk came within this time, 99 % within ${report.p99Ms} ms`],
    [`${single.p50Ms} ms`, `half of ${single.ratePerSecond} single calls a second beside bulk at half load, 99 % within ${single.p99Ms} ms`],
    [`${cpu.node} us`, `processor of node a consignment; PostgreSQL ${cpu.postgres} us; the client ${cpu.client} us`],
    [`${slowest} /s`, 'parcels whose charges one core works out under the slowest of all packs'],
    [`${bytes.disk} B`, `on disk a consignment, and ${bytes.wal} B of write-ahead log`],
    [`${rss.at20s} MB`, `held by node after 20 seconds (a third of a shorter run), ${rss.end} MB at the end`],
    [`${report.rules}`, `invented rules beside those of the pack; ${report.itemsPerConsignment} items a consignment; lanes ${JSON.stringify(report.lanes)}`],
    [`${report.cores}`, `cores; the load of the machine before the run was ${report.loadAverage}`],
  ]; // prettier-ignore
  const stages = report.stages.map(
    ({ name, nodeMicroseconds, postgresMicroseconds }) =>
      `  ${name.padEnd(10)} node ${nodeMicroseconds.toFixed(1).padStart(7)} us   postgres ${postgresMicroseconds.toFixed(1).padStart(7)} us`,
  );
  return [
    ...lines.map(([figure, sentence]) => `${figure.padStart(10)}  ${sentence}`),
    'Stage by stage, a consignment:',
    ...stages,
    '',
  ].join('\n');
}
