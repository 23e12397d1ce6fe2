/** Horizontal bars with their values written at the end of each: no legend, no axis, no colour that must be remembered. */
import type { ReactNode } from 'react';

export type Bar = {
  readonly label: ReactNode;
  readonly key: string;
  /** Length as a share of the longest, 0 to 1. */
  readonly share: number;
  readonly value: string;
  readonly tone?: string;
};

export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <div className="bars">
      {bars.map((bar) => (
        <div key={bar.key} className="bar-row">
          <span className="bar-label">{bar.label}</span>
          <span className="bar-space">
            <svg
              className={`bar ${bar.tone ?? ''}`}
              data-none={bar.share <= 0}
              width={`${(Math.min(1, Math.max(0, bar.share)) * 100).toFixed(2)}%`}
              height="14"
            >
              <rect width="100%" height="14" rx="2" />
            </svg>
            <bdi className="bar-value">{bar.value}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
