/** Takes the pictures of the console for README and review: node web/e2e/support/pictures.ts FOLDER [QUEUE]. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { officers, openConsole, signIn, visit } from './console.ts';
import type { Look } from './console.ts';

const folder = process.argv[2] ?? 'pictures';
/** What the queue's address says, to show one flight: 'means=XM 214'. */
const queue = process.argv[3] ?? '';

const LOOKS: readonly (Look & { readonly width: number; readonly scheme: 'light' | 'dark' })[] = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
  { width: 390, height: 844, scheme: 'light' },
  { width: 390, height: 844, scheme: 'dark' },
];

mkdirSync(folder, { recursive: true });
const console = await openConsole();
const [person] = await officers(console);
for (const look of LOOKS) {
  const visited = await visit(console, look);
  const { page } = visited;
  const take = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    const file = `${name}-${look.width.toString()}-${look.scheme}.png`;
    await page.screenshot({ path: path.join(folder, file) });
  };
  await signIn(visited, console, person);
  await page.goto(`${console.url}/officer/queue?${queue}`);
  await page.getByRole('table').waitFor();
  await take('queue');
  await page.goto(
    new URL(
      (await page.locator('tr[aria-current] .cell-parcel a').getAttribute('href')) ?? '',
      console.url,
    ).href,
  );
  await page.getByRole('heading', { name: 'Judgement' }).waitFor();
  await take('parcel');
  await page.goto(`${console.url}/officer/figures`);
  await page.locator('.figure').first().waitFor();
  await take('figures');
  await visited.context.close();
}
await console.close();
