/** `reform excuse`: a delay with good reason, until a day; the deadline stays. */
import { recordCommand } from '../recording.ts';

export const excuse = recordCommand('excuse');
