/** Reads the repository as its house tests see it: paths with forward slashes, nothing generated or installed. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');

const NOT_OURS = new Set(['.git', '.luxor', 'node_modules', 'dist', 'coverage']);

/** Every file that is ours, relative to the repository, in a stable order. */
export function files(folder = ''): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? files(relative) : [relative];
    })
    .sort();
}

/** The files that hold code of ours, tests included, generated declarations not. */
export function codeFiles(): string[] {
  return files().filter(
    (file) =>
      /^(?:platform|web|tools)\//.test(file) &&
      /\.(?:ts|tsx|mjs)$/.test(file) &&
      !file.endsWith('.d.ts'),
  );
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Empty text for a file that is not there, so that a test can say what is missing in its own words. */
export function readIfThere(file: string): string {
  try {
    return read(file);
  } catch {
    return '';
  }
}

/** The first column of a CSV whose first line names its columns. */
export function firstColumn(file: string): string[] {
  return readIfThere(file)
    .split('\n')
    .slice(1)
    .map((line) => /^"?(?<id>[^",\r]*)/.exec(line)?.groups?.['id'] ?? '')
    .filter((id) => id !== '');
}

export type DeclaredName = { readonly name: string; readonly line: number };

/** Names that a file itself gives to things; words of other people's interfaces are not among them. */
export function declaredNames(file: string, text: string): DeclaredName[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const names: DeclaredName[] = [];
  const visit = (node: ts.Node): void => {
    const name = givenName(node);
    if (name) {
      const { line } = source.getLineAndCharacterOfPosition(name.getStart(source));
      names.push({ name: name.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function givenName(node: ts.Node): ts.Identifier | undefined {
  const isGiven =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    (ts.isBindingElement(node) && node.propertyName !== undefined);
  return isGiven && node.name && ts.isIdentifier(node.name) ? node.name : undefined;
}

/** `weightGross`, `WEIGHT_GROSS` and `weight-gross` are the same two words. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
