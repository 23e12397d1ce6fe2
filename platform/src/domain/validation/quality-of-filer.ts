/** Adds up the quality of a filer's messages, exactly and in any order, so that a trend can be published. */
import type { Quality } from './quality.ts';

/** Sums over messages; averages are taken only when somebody looks. */
export type FilerQuality = Quality & { readonly messages: number };

export const NO_MESSAGES: FilerQuality = {
  messages: 0,
  timeliness: 0,
  accuracy: 0,
  completeness: 0,
  consistency: 0,
  total: 0,
};

/** One message more. */
export const addToFilerQuality = (soFar: FilerQuality, quality: Quality): FilerQuality =>
  mergeFilerQuality(soFar, { messages: 1, ...quality });

/** Two periods, or two processes, together: the order of merging does not matter. */
export const mergeFilerQuality = (left: FilerQuality, right: FilerQuality): FilerQuality => ({
  messages: left.messages + right.messages,
  timeliness: left.timeliness + right.timeliness,
  accuracy: left.accuracy + right.accuracy,
  completeness: left.completeness + right.completeness,
  consistency: left.consistency + right.consistency,
  total: left.total + right.total,
});

/** The average, rounded down, of each part; null while there is no message. */
export function averageQuality(filer: FilerQuality): Quality | null {
  const { messages } = filer;
  if (messages === 0) return null;
  return {
    timeliness: Math.floor(filer.timeliness / messages),
    accuracy: Math.floor(filer.accuracy / messages),
    completeness: Math.floor(filer.completeness / messages),
    consistency: Math.floor(filer.consistency / messages),
    total: Math.floor(filer.total / messages),
  };
}
