/** Keeps the answers of a stream in the order of its messages: a bounded number may be awaited, and each goes out as soon as those before it have. */

export type AnswerWindow = {
  /** Asks for the next message's answer once there is a place for it; not at all when the stream was given up. */
  readonly add: (answer: () => Promise<string>) => Promise<void>;
  /** No further message comes; with an error the stream breaks off after what was answered. */
  readonly end: (error?: unknown) => void;
  /** Everything that is ready, piece by piece, until the end. */
  readonly drain: () => AsyncGenerator<string>;
};

type Place = { text: string | null; error: Error | null };

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

export function createAnswerWindow(size: number): AnswerWindow {
  const places: Place[] = [];
  let isEnded = false;
  let fault: Error | null = null;
  let isGivenUp = false;
  let wakeReader: (() => void) | null = null;
  let wakeDrain: (() => void) | null = null;

  const isReady = ({ text, error }: Place): boolean => text !== null || error !== null;

  function settled(place: Place): void {
    if (place === places[0]) wakeDrain?.();
  }

  async function add(answer: () => Promise<string>): Promise<void> {
    while (places.length >= size && !isGivenUp)
      await new Promise<void>((resolve) => (wakeReader = resolve));
    if (isGivenUp) return;
    const place: Place = { text: null, error: null };
    places.push(place);
    // A pass that fails is told to the one stream when its turn comes, and to nobody else.
    void answer()
      .then((text) => (place.text = text))
      .catch((error: unknown) => (place.error = asError(error)))
      .then(() => settled(place));
  }

  /** All answers at the head that are there; throws where one could not be had. */
  function takeReady(): string {
    let chunk = '';
    let taken = 0;
    for (const place of places) {
      if (!isReady(place)) break;
      if (place.error !== null) {
        if (chunk === '') throw place.error;
        break;
      }
      chunk += place.text ?? '';
      taken += 1;
    }
    places.splice(0, taken);
    if (taken > 0) wakeReader?.();
    return chunk;
  }

  async function* drain(): AsyncGenerator<string> {
    try {
      for (;;) {
        const chunk = takeReady();
        if (chunk !== '') yield chunk;
        else if (places.length > 0 || !isEnded)
          await new Promise<void>((resolve) => (wakeDrain = resolve));
        else if (fault === null) return;
        else throw fault;
      }
    } finally {
      isGivenUp = true;
      wakeReader?.();
    }
  }

  function end(error?: unknown): void {
    isEnded = true;
    fault = error === undefined ? null : asError(error);
    wakeDrain?.();
  }

  return { add, end, drain };
}
