/** Makes the findings of the doors, all of which refuse the message. */
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Place } from './door.ts';

type Parameters = Readonly<Record<string, string>>;

export function doorFinding(code: string, pointer: string, parameters?: Parameters): Finding {
  return parameters === undefined
    ? { code, severity: 'error', pointer }
    : { code, severity: 'error', pointer, parameters };
}

/** Line and column as parameters of a finding. */
export function placeParameters(place: Place): Parameters {
  return {
    ...(place.line === undefined ? {} : { line: String(place.line) }),
    ...(place.column === undefined ? {} : { column: String(place.column) }),
  };
}

/** The place a finding names itself; empty when it names none. */
export function placeOfFinding(finding: Finding): Place {
  const line = finding.parameters?.['line'];
  const column = finding.parameters?.['column'];
  return {
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
}

/** The same findings in a text that begins at `origin` of a longer one. */
export function placedFrom(findings: readonly Finding[], origin: Place): readonly Finding[] {
  const { line: firstLine = 1, column: firstColumn = 1 } = origin;
  if (firstLine === 1 && firstColumn === 1) return findings;
  return findings.map((finding) => {
    const { line, column } = placeOfFinding(finding);
    if (line === undefined) return finding;
    const place = {
      line: line + firstLine - 1,
      ...(column === undefined ? {} : { column: line === 1 ? column + firstColumn - 1 : column }),
    };
    return { ...finding, parameters: { ...finding.parameters, ...placeParameters(place) } };
  });
}
