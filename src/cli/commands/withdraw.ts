/** `reform withdraw`: an item is no longer pursued; it stays on the list. */
import { recordCommand } from '../writing/recording.ts';

export const withdraw = recordCommand('withdraw');
