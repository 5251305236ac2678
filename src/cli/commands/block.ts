/** `reform block`: work cannot go on. */
import { recordCommand } from '../recording.ts';

export const block = recordCommand('block');
