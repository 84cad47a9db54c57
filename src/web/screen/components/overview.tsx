import type { ScreenOverviewQuery } from '../../generated/operations';
import type { FeedState } from '../feed/feed-state';
import type { Freshness } from '../../common/derive-freshness';
import { newestDuePeriodEnd } from '../model/target-figures';
import { useChangeMarks } from '../use-change-marks';
import { Banner } from './banner';
import { Canvas } from './canvas';
import { Directions } from './directions';
import { Footer } from './footer';
import { Header } from './header';
import { Hero } from './hero';
import styles from './overview.module.css';
import { TargetList } from './target-list';
import { TileBoard } from './tile-board';

interface OverviewProps {
  snapshot: ScreenOverviewQuery;
  freshness: Freshness;
  state: FeedState;
  now: number;
}

/** Page 1 of a wall, “Tổng quan”. */
export function Overview({ snapshot, freshness, state, now }: OverviewProps) {
  const marks = useChangeMarks(snapshot, now);
  if (snapshot.programme === null) return null;
  const { code, targets, workItems, reportingCycles } = snapshot.programme;
  const today = state.today ?? snapshot.installation.today;
  const isOld = freshness === 'lost' || freshness === 'stale';
  return (
    <Canvas now={now} dulled={isOld}>
      <main className={styles.page}>
        <Header
          programmeCode={code}
          freshness={freshness}
          lastHeartbeatAt={state.lastHeartbeatAt}
          today={today}
          isShifted={snapshot.installation.isShifted}
          now={now}
        />
        <Hero items={workItems.nodes} hatched={freshness === 'stale'} />
        <div className={styles.main}>
          <TargetList
            targets={targets.nodes}
            marked={marks.marked}
            newestDuePeriodEnd={newestDuePeriodEnd(reportingCycles.nodes, today)}
            year={today.slice(0, 4)}
            hideDeltas={isOld}
          />
          <div className={styles.side}>
            <TileBoard items={workItems.nodes} marked={marks.marked} />
            <Directions items={workItems.nodes} today={today} />
          </div>
        </div>
        <Footer snapshot={snapshot} last={marks.last} />
      </main>
      {marks.banner !== null && <Banner announcement={marks.banner.announcement} snapshot={snapshot} />}
    </Canvas>
  );
}
