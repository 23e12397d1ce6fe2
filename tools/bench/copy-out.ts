/** Reads the answer of COPY TO STDOUT as PostgreSQL sends it, which the platform itself never needs. */
import type { Client } from '../../platform/src/server/db/connect.ts';

/** What pg's client calls of a query; it knows more of them than its types say. */
type CopyOutExchange = Readonly<{
  submit: (connection: Readonly<{ query: (text: string) => void }>) => void;
  handleCopyData: (message: Readonly<{ chunk: Buffer }>) => void;
  handleCommandComplete: () => void;
  handleError: (error: unknown) => void;
  handleReadyForQuery: () => void;
}>;

/** `statement` is a whole `copy (...) to stdout`. */
export function copyOut(client: Client, statement: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const exchange: CopyOutExchange = {
      submit: (connection) => connection.query(statement),
      // The parser uses its buffer again, so that what is kept has to be copied.
      handleCopyData: ({ chunk }) => void chunks.push(Buffer.from(chunk)),
      handleCommandComplete: () => undefined,
      handleError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
      handleReadyForQuery: () => resolve(Buffer.concat(chunks)),
    };
    client.query(exchange);
  });
}
