#!/usr/bin/env node
/** The luxor command: plain JavaScript that finds Node 26 and runs the platform with all arguments. */
import process from 'node:process';
import { HEAP_FLAGS, LEASH, MAIN, findRuntime, launch } from '../../tools/bootstrap/runtime.mjs';

process.exitCode = await launch(findRuntime(), [
  ...HEAP_FLAGS,
  `--import=${LEASH}`,
  MAIN,
  ...process.argv.slice(2),
]);
