import type { Project } from '../project/index.ts';
import { FeedStates } from './feed-state.ts';
import { Subscriptions, type Subscription } from './subscriptions.ts';

/** Ends the reading of a feed; its stories stay. @throws DragomanError E_BUSY, E_WRITE */
export async function unsubscribe(project: Project, { url }: Subscription): Promise<void> {
  await new Subscriptions(project).remove(url);
  new FeedStates(project).delete(url);
}
