/** `reform reopen`: a closed item is open again. */
import { recordCommand } from '../writing/recording.ts';

export const reopen = recordCommand('reopen');
