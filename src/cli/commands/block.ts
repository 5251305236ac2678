/** `reform block`: work cannot go on. */
import { recordCommand } from '../writing/recording.ts';

export const block = recordCommand('block');
