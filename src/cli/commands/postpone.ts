/** `reform postpone`: the deadline moves to a later day. */
import { recordCommand } from '../writing/recording.ts';

export const postpone = recordCommand('postpone');
