/** Runs the periodic and queued work of every room, in one process of a platform. */
import { partitionJob } from './journal/jobs.ts';
import { runJobs } from './jobs/run.ts';
import type { JobHandler } from './jobs/job.ts';
import { tallyJob } from './intake/tally-job.ts';
import type { Log } from './log.ts';
import { historyJob } from './parties/jobs.ts';
import { matchJob } from './entities/jobs.ts';
import { overdueJob } from './intake/overdue-job.ts';
import { accountsJob } from './revenue/jobs.ts';
import { quotesJob } from './quotes/jobs.ts';
import { retentionJob } from './retention/jobs.ts';
import { selectionJob } from './risk/jobs.ts';
import { observeJob } from './statistics/jobs.ts';
import { qualityJob } from './validation/jobs.ts';
import { shadowJob } from './packs/shadow-job.ts';
import type { Platform } from './world.ts';

function handlersOf(platform: Platform): readonly JobHandler[] {
  const { database, master, ids, now, pack } = platform;
  const offsetMinutes = pack.zoneOffsetMinutes;
  return [
    partitionJob(offsetMinutes),
    selectionJob({ database, master, ids, now, offsetMinutes }),
    historyJob(offsetMinutes),
    matchJob(platform),
    tallyJob,
    observeJob(platform),
    overdueJob(platform),
    accountsJob(platform),
    qualityJob(offsetMinutes),
    retentionJob(platform),
    quotesJob(offsetMinutes),
    shadowJob(platform),
  ];
}

/** `stop` takes nothing more and waits for what has begun. */
export function startWork(platform: Platform, log: Log): { readonly stop: () => Promise<void> } {
  const life = new AbortController();
  const running = runJobs(platform, handlersOf(platform), {
    signal: life.signal,
    report: (report) => {
      if (report.event === 'job-done') return;
      log.error({ ...report, jobId: report.jobId?.toString() }, 'A job did not end as it should');
    },
  });
  return {
    stop: async () => {
      life.abort();
      await running;
    },
  };
}
