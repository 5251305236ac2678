/** `reform select`: the city takes a declared project into its list. */
import { recordCommand } from '../writing/recording.ts';

export const select = recordCommand('select');
