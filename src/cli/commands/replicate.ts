/** `reform replicate`: a pilot's practice is copied: out to a scope, or in from another city. */
import { recordCommand } from '../writing/recording.ts';

export const replicate = recordCommand('replicate');
