import { bucketJobMakerOf } from './node/editor/bucket-spec';
import { runEditorTask } from './node/editor/editor-thread';
import { isWorker, serve } from './node/work/worker';

/** Runs in threads of the desktop's extension host: one that the editor starts, and those that it starts itself. */
if (isWorker()) serve(bucketJobMakerOf);
else void runEditorTask(__filename);
