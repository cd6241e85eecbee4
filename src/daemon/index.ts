export { type Address, addressOf } from './address.ts';
export { type Connection, connect } from './client.ts';
export { type Daemon, startDaemonHere } from './daemon.ts';
export { type Judged, judge } from './judge.ts';
export { connectOrStart, spawnDaemon } from './start.ts';
