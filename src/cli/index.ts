/** What `bin/reform.js` starts. */
export { processIo } from './io.ts';
export { main } from './main.ts';
