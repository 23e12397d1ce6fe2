/** A lane as a word, a shape and a colour, the same in lists, headings, charts and print. */
import type { ReactNode } from 'react';
import type { Lane } from '../api/contract.ts';
import { useWords } from '../words/use-words.ts';

const SHAPES: Readonly<Record<Lane, ReactNode>> = {
  release: <circle cx="8" cy="8" r="6" />,
  documents: <rect x="2.5" y="2.5" width="11" height="11" />,
  scan: <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" />,
  examine: <path d="M8 1.6 15 14H1z" />,
  hold: <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" />,
  refer: <path d="M2 1h1.8v14H2zM5 2h9l-2.6 3.4L14 9H5z" />,
  'do-not-load': (
    <path
      d="M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 2c1 0 2 .3 2.800.9L4.100 10.800A4.800 4.800 0 0 1 8 3.2zm0 9.600c-1 0-2-.3-2.800-.9l6.700-6.700A4.800 4.800 0 0 1 8 12.800z"
      fillRule="evenodd"
    />
  ),
};

export function LaneShape({ lane }: { readonly lane: Lane }) {
  return (
    <svg className={`lane-shape lane-${lane}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[lane]}
    </svg>
  );
}

export function LaneMark({ lane }: { readonly lane: Lane }) {
  const { lanes } = useWords();
  return (
    <span className={`lane-mark lane-${lane}`}>
      <LaneShape lane={lane} />
      <span className="lane-word">{lanes[lane]}</span>
    </span>
  );
}
