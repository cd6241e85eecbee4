import { type Address, addressOf } from '../daemon/address.ts';
import { prepareRunFolder } from '../daemon/run-folder.ts';
import { connectOrStart } from '../daemon/start.ts';
import { openRepository } from '../engine/open.ts';
import { sessionName, wrappedEnvironment } from './environment.ts';
import { installShims } from './instantiate.ts';

export interface PreparedShell {
  readonly address: Address;
  readonly session: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Makes everything ready that a wrapped shell needs: shims, start files, a daemon, an environment. */
export async function prepareShell(root: string, session = sessionName('shell')): Promise<PreparedShell> {
  const { rules, settings, root: real } = await openRepository(root);
  const address = addressOf(real);
  prepareRunFolder(address);
  installShims(address, rules, { failure: settings.failure ?? 'closed' });
  const connection = await connectOrStart(real);
  connection?.close();
  return { address, session, env: wrappedEnvironment(address, session, process.env) };
}
