/** `reform reject`: a claim does not hold; what it claimed is open again. */
import { recordCommand } from '../writing/recording.ts';

export const reject = recordCommand('reject');
