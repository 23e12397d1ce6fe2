/** Reads XML as a stream with everything dangerous refused: DOCTYPE, deep nesting, bytes that are not UTF-8. */
import { SaxesParser } from 'saxes';
import type { Bytes } from '../door.ts';

export type XmlHandlers = {
  /** Names come without their prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** The deepest honest document of any format of ours has about twenty levels. */
const DEPTH_MAX = 64;

/** Bytes between two tags, or of one tag: the most that is ever held. */
const PIECE_BYTES_MAX = 4_194_304;

export type XmlReading = {
  /** Feeds bytes; the fault, once there is one, stays and nothing more is read. */
  readonly write: (bytes: Uint8Array) => string | undefined;
  readonly end: () => string | undefined;
};

export function newXmlReading(handlers: XmlHandlers): XmlReading {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  let fault: string | undefined;
  let depth = 0;
  let held = 0;
  const fail = (reason: string): void => {
    fault ??= reason;
  };
  parser.on('error', (error) => fail(`the XML is not well formed (${error.message})`));
  parser.on('doctype', () => fail('the XML has a DOCTYPE'));
  parser.on('opentag', ({ name, attributes }) => {
    held = 0;
    if (++depth > DEPTH_MAX) fail(`the XML nests deeper than ${String(DEPTH_MAX)} levels`);
    if (fault === undefined) handlers.open?.(localName(name), attributes);
  });
  const takeText = (text: string): void => {
    if (fault === undefined) handlers.text?.(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', ({ name }) => {
    held = 0;
    depth--;
    if (fault === undefined) handlers.close?.(localName(name));
  });
  const feed = (step: () => void): string | undefined => {
    if (fault !== undefined) return fault;
    try {
      step();
    } catch {
      fail('the XML is not UTF-8');
    }
    return fault;
  };
  return {
    write: (bytes) => {
      held += bytes.length;
      if (held > PIECE_BYTES_MAX) fail('one piece of the XML is too long');
      return feed(() => parser.write(decoder.decode(bytes, { stream: true })));
    },
    end: () => feed(() => parser.write(decoder.decode()).close()),
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a whole document; the reason when it cannot be read. */
export async function readXml(source: Bytes, handlers: XmlHandlers): Promise<string | undefined> {
  const reading = newXmlReading(handlers);
  for await (const bytes of source) {
    const fault = reading.write(bytes);
    if (fault !== undefined) return fault;
  }
  return reading.end();
}
