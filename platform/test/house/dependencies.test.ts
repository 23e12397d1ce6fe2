/** Proves that each package which runs in production has its line of reason, on one exact version. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, read } from './repository.ts';

const MANIFESTS = ['package.json', 'platform/package.json', 'web/package.json'];
const KINDS = ['dependencies', 'optionalDependencies', 'devDependencies'] as const;

type Manifest = Partial<Record<(typeof KINDS)[number], Record<string, string>>>;

const manifests = MANIFESTS.map((file) => JSON.parse(read(file)) as Manifest);

test('each runtime package has its line of reason in a decision', () => {
  const reasons = files('docs/decisions').map(read).join('\n');
  const unexplained = manifests
    .flatMap((manifest) =>
      Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
    )
    .filter(
      (name) => !new RegExp(`^- .*\`${RegExp.escape(name)}\`.*: \\S.{20,}`, 'm').test(reasons),
    );
  assert.deepEqual(unexplained, []);
});

test('each package is pinned to one exact version', () => {
  const loose = manifests
    .flatMap((manifest) => KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {})))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  assert.deepEqual(loose, []);
});

test('the lock file names no registry host', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "https?:/);
});
