/** Where in a file the findings of a door are: lines and columns ride in their parameters. */
import type { Finding } from '../../domain/kernel/finding.ts';
import type { Place } from './door.ts';

/** Line and column as parameters of a finding. */
export const placeParameters = ({ line, column }: Required<Place>) => ({
  line: String(line),
  column: String(column),
});

/** The first cell or character of a line. */
export const startOf = (line: number) => placeParameters({ line, column: 1 });

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
    const { line, column = 1 } = placeOfFinding(finding);
    if (line === undefined) return finding;
    const place = {
      line: line + firstLine - 1,
      column: line === 1 ? column + firstColumn - 1 : column,
    };
    return { ...finding, parameters: { ...finding.parameters, ...placeParameters(place) } };
  });
}
