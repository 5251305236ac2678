/** `reform reinstate`: a withdrawn item stands again where it stood. */
import { recordCommand } from '../recording.ts';

export const reinstate = recordCommand('reinstate');
