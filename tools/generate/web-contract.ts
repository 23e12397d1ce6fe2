/** Makes the console's types of the published contract, so that the two cannot part ways. */
import { createRequire } from 'node:module';
import path from 'node:path';
import * as prettier from 'prettier';
import type { Generated } from './generated.ts';
import { generate as generateContract } from './openapi.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = 'web/src/api/schema.d.ts';
const HEADER =
  '/** The published contract as types; npm run generate makes it of docs/reference/openapi.json. */\n';

/** What we use of openapi-typescript, which lives in web/ because it needs a TypeScript of its own. */
type Converter = {
  readonly default: (
    contract: string,
    options: { readonly immutable: boolean },
  ) => Promise<unknown>;
  readonly astToString: (ast: unknown) => string;
};

export async function generate(): Promise<Generated[]> {
  const [contract] = await generateContract();
  if (contract === undefined) return [];
  const fromWeb = createRequire(path.join(ROOT, 'web/package.json'));
  const { default: convert, astToString } = fromWeb('openapi-typescript') as Converter;
  const text = `${HEADER}${astToString(await convert(String(contract.text), { immutable: true }))}`;
  const style = await prettier.resolveConfig(path.join(ROOT, TARGET));
  return [{ path: TARGET, text: await prettier.format(text, { ...style, parser: 'typescript' }) }];
}
