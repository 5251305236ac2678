/** `reform select`: the city takes a declared project into its list. */
import { recordCommand } from '../recording.ts';

export const select = recordCommand('select');
