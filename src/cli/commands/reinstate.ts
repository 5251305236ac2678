/** `reform reinstate`: a withdrawn item stands again where it stood. */
import { recordCommand } from '../writing/recording.ts';

export const reinstate = recordCommand('reinstate');
