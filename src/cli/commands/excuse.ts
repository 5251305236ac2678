/** `reform excuse`: a delay with good reason, until a day; the deadline stays. */
import { recordCommand } from '../writing/recording.ts';

export const excuse = recordCommand('excuse');
