/** `reform resume`: work goes on after a block. */
import { recordCommand } from '../writing/recording.ts';

export const resume = recordCommand('resume');
