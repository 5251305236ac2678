/** `reform evaluate`: what a pilot achieved, what was learnt and what is open. */
import { recordCommand } from '../writing/recording.ts';

export const evaluate = recordCommand('evaluate');
