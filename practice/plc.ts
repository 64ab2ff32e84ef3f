import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { bindApp } from './ports.ts';

/** Bluesky's directory of identities, started beside the server so that nothing leaves this machine. */
export interface Directory {
  readonly url: string;
  close(): Promise<void>;
}

type Operation = Readonly<Record<string, unknown>>;

interface DirectoryDatabase {
  validateAndAddOp(did: string, operation: Operation): Promise<void>;
}

interface PlcModule {
  readonly Database: { mock(): DirectoryDatabase };
  readonly PlcServer: {
    create(options: { db: DirectoryDatabase; port: number }): {
      readonly app: unknown;
      start(): Promise<Server>;
      destroy(): Promise<void>;
    };
  };
}

/**
 * The directory keeps its entries in memory only, so each is also written to `file` (one JSON object a line) and given
 * to it again, through its own checks, at the next start.
 */
export async function startDirectory(options: { readonly port: number; readonly file: string }): Promise<Directory> {
  process.env.LOG_ENABLED ??= 'false';
  const { Database, PlcServer } = (await import('@did-plc/server')) as unknown as PlcModule;
  const db = Database.mock();
  const add = db.validateAndAddOp.bind(db);
  for (const line of existsSync(options.file) ? readFileSync(options.file, 'utf8').split('\n') : []) {
    if (line === '') continue;
    const { did, operation } = JSON.parse(line) as { did: string; operation: Operation };
    await add(did, operation);
  }
  db.validateAndAddOp = async (did, operation) => {
    await add(did, operation);
    appendFileSync(options.file, `${JSON.stringify({ did, operation })}\n`);
  };
  const server = PlcServer.create({ db, port: options.port });
  const listening = bindApp(server.app, options.port);
  await server.start();
  const door = await listening();
  return {
    url: `http://localhost:${options.port}`,
    close: async () => {
      await server.destroy();
      await door.close();
    },
  };
}
