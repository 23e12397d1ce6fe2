/** Cuts the text of a JSON array into its entries as the bytes come, without reading them; any other value is one part. */

type At = { readonly line: number; readonly column: number };
export type Part = At &
  (
    | { readonly kind: 'value'; readonly bytes: Uint8Array }
    | { readonly kind: 'too-large' }
    | { readonly kind: 'broken'; readonly reason: string }
  );

export type Splitter = {
  readonly take: (chunk: Uint8Array) => readonly Part[];
  readonly end: () => readonly Part[];
};

/** `before`: nothing but space yet; `single`: not an array; `gap`: between entries; `entry`: within one; `after`: closed. */
type Stage = 'before' | 'single' | 'gap' | 'entry' | 'after';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const isOpening = (byte: number): boolean => byte === OPEN_ARRAY || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === CLOSE_ARRAY || byte === 0x7d;
const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Keeps at most `bytesMax` bytes of one entry; a longer one is passed over with its neighbours unharmed. */
export function createSplitter(bytesMax: number): Splitter {
  const state = newState(bytesMax);
  return {
    take: (chunk) => {
      const parts: Part[] = [];
      state.chunk = chunk;
      state.start = 0;
      for (let index = 0; index < chunk.length && state.stage !== 'single'; index++)
        step(state, index, parts);
      if (state.stage === 'entry' || state.stage === 'single') hold(state, chunk.length);
      return parts;
    },
    end: () => lastParts(state),
  };
}

type State = {
  readonly bytesMax: number;
  stage: Stage;
  chunk: Uint8Array;
  /** Where the part being read begins in this chunk. */
  start: number;
  held: Uint8Array[];
  heldBytes: number;
  origin: At;
  line: number;
  column: number;
  depth: number;
  inText: boolean;
  escaped: boolean;
  /** After a comma a value must come; before the first entry the array may end. */
  wants: 'value-or-end' | 'value';
  broken: boolean;
};

const newState = (bytesMax: number): State => ({
  bytesMax,
  stage: 'before',
  chunk: new Uint8Array(),
  start: 0,
  held: [],
  heldBytes: 0,
  origin: { line: 1, column: 1 },
  line: 1,
  column: 0,
  depth: 0,
  inText: false,
  escaped: false,
  wants: 'value-or-end',
  broken: false,
});

function step(state: State, index: number, parts: Part[]): void {
  const byte = state.chunk[index] ?? 0;
  advance(state, byte);
  switch (state.stage) {
    case 'before':
      begin(state, byte, index);
      break;
    case 'single':
      break;
    case 'gap':
      between(state, index, parts);
      break;
    case 'entry':
      within(state, index, parts);
      break;
    case 'after':
      beyond(state, byte, parts);
  }
}

/** Columns count characters: continuation bytes of UTF-8 do not advance. */
function advance(state: State, byte: number): void {
  if (byte === 0x0a) {
    state.line++;
    state.column = 0;
  } else if ((byte & 0xc0) !== 0x80) state.column++;
}

function begin(state: State, byte: number, index: number): void {
  if (isSpace(byte)) return;
  state.stage = byte === OPEN_ARRAY ? 'gap' : 'single';
  state.start = index;
  state.origin = { line: state.line, column: state.column };
}

function between(state: State, index: number, parts: Part[]): void {
  const byte = state.chunk[index] ?? 0;
  if (isSpace(byte)) return;
  const here = { line: state.line, column: state.column };
  if (byte === CLOSE_ARRAY) {
    if (state.wants === 'value')
      parts.push({ ...here, kind: 'broken', reason: 'a value is expected after the comma' });
    state.stage = 'after';
  } else if (byte === COMMA) {
    parts.push({ ...here, kind: 'broken', reason: 'a value is expected before the comma' });
    state.wants = 'value';
  } else {
    state.stage = 'entry';
    state.start = index;
    state.origin = here;
    within(state, index, parts);
  }
}

function within(state: State, index: number, parts: Part[]): void {
  const byte = state.chunk[index] ?? 0;
  if (state.inText) {
    if (state.escaped) state.escaped = false;
    else if (byte === BACKSLASH) state.escaped = true;
    else if (byte === QUOTE) state.inText = false;
  } else if (byte === QUOTE) state.inText = true;
  else if (isOpening(byte)) state.depth++;
  else if (state.depth > 0) state.depth -= Number(isClosing(byte));
  else if (byte === COMMA || byte === CLOSE_ARRAY) finish(state, index, parts);
}

function finish(state: State, index: number, parts: Part[]): void {
  hold(state, index);
  parts.push(heldPart(state));
  state.stage = state.chunk[index] === COMMA ? 'gap' : 'after';
  state.wants = 'value';
}

function beyond(state: State, byte: number, parts: Part[]): void {
  if (isSpace(byte) || state.broken) return;
  state.broken = true;
  const { line, column } = state;
  parts.push({ line, column, kind: 'broken', reason: 'more text follows the array' });
}

/** Keeps the bytes read of the part so far, unless it has grown too large. */
function hold(state: State, end: number): void {
  state.heldBytes += end - state.start;
  if (state.heldBytes > state.bytesMax) state.held = [];
  else if (end > state.start) state.held.push(state.chunk.subarray(state.start, end));
  state.start = 0;
}

function heldPart(state: State): Part {
  const part: Part =
    state.heldBytes > state.bytesMax
      ? { ...state.origin, kind: 'too-large' }
      : { ...state.origin, kind: 'value', bytes: Buffer.concat(state.held) };
  state.held = [];
  state.heldBytes = 0;
  return part;
}

function lastParts(state: State): readonly Part[] {
  const { line } = state;
  const column = state.column + 1;
  switch (state.stage) {
    case 'before':
      return [{ line: 1, column: 1, kind: 'value', bytes: new Uint8Array() }];
    case 'single':
      return [heldPart(state)];
    case 'entry':
      return state.depth > 0 || state.inText
        ? [heldPart(state)]
        : [heldPart(state), { line, column, kind: 'broken', reason: 'the array is not closed' }];
    case 'gap':
      return [{ line, column, kind: 'broken', reason: 'the array is not closed' }];
    case 'after':
      return [];
  }
}
