/** Ends the bootstrap with one clear sentence, and turns a machine's error codes into such sentences. */
import process from 'node:process';

/** Exit code of a fault of ours or of the machine, as opposed to wrong usage (2). */
export const FAULT = 3;

/**
 * @param {string} sentence what is wrong and what to do about it
 * @param {number} [code]
 * @returns {never}
 */
export function halt(sentence, code = FAULT) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/**
 * @param {string} text an error's code, or what a tool wrote before it failed
 * @param {string} folder where it was working
 * @returns {string | undefined} the sentence for a fault that a person can repair
 */
export function machineFault(text, folder) {
  if (/ENOSPC|EDQUOT|no space left/i.test(text)) {
    return `The disk that holds ${folder} is full: free some space (about 1 GB is needed) and try again.`;
  }
  if (/EROFS|EACCES|EPERM|read-only file system/.test(text)) {
    return `The folder ${folder} cannot be written: run as the user who owns it, or choose another folder.`;
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENOTCACHED/.test(text)) {
    return 'npm could not reach its package registry: check the network or the registry setting and try again.';
  }
  if (/EINTEGRITY/.test(text)) {
    return 'A downloaded package differs from what package-lock.json promises: nothing was installed from it.';
  }
  return undefined;
}
