/** Reads a file of goods for `luxor quote`: a list of goods, or a whole request; a broken one is a finding with line and column. */
import { readFileSync, statSync } from 'node:fs';
import { readJsonText } from '../../../domain/jurisdiction/json-text.ts';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { fileFault } from '../../fault.ts';

export type Members = Readonly<Record<string, unknown>>;

export type GoodsFile = { readonly request: Members } | { readonly findings: readonly Finding[] };

export function readGoodsFile(file: string): GoodsFile {
  const text = textOf(file);
  if (text === null)
    return refused(finding('message-too-large', '', { bytesMax: String(limits.quoteBytesMax) }));
  if (text.trim() === '') return refused(finding('message-empty', ''));
  const { value, broken } = readJsonText(text);
  if (broken !== null) {
    const { reason, line, column } = broken;
    const place = { line: String(line), column: String(column) };
    return refused(finding('json-malformed', '', { reason: `line ${line}, column ${column}: ${reason}`, ...place })); // prettier-ignore
  }
  if (Array.isArray(value)) return { request: { goods: value } };
  return typeof value === 'object' && value !== null
    ? { request: { ...value } }
    : refused(finding('value-malformed', '', { expected: 'a list of goods or a request for a quote' })); // prettier-ignore
}

const refused = (found: Finding): GoodsFile => ({ findings: [found] });

/** Null when the file is larger than any request may be; it is then not read. */
function textOf(file: string): string | null {
  try {
    return statSync(file).size > limits.quoteBytesMax ? null : readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFault(file, error);
  }
}
