/** The thread in which files are read, bundled into a file of its own: it takes bytes and posts what came of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type How, readHere } from './here.ts';

const { bytes, how } = workerData as { readonly bytes: Uint8Array; readonly how: How };
void readHere(bytes, how).then((read) => parentPort?.postMessage(read));
