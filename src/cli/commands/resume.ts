/** `reform resume`: work goes on after a block. */
import { recordCommand } from '../recording.ts';

export const resume = recordCommand('resume');
