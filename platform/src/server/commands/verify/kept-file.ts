/** Reads the files that somebody kept; what does not hold what it should is a wrong usage with the file's name. */
import { readFileSync } from 'node:fs';
import { Fault, fileFault } from '../../fault.ts';

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw fileFault(file, error);
  }
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readBytes(file).toString());
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed(file, 'JSON');
    throw error;
  }
}

export const malformed = (file: string, what: string): Fault =>
  new Fault({ code: 'file-malformed', sentence: `${file} does not hold ${what}.`, exitCode: 2 });
